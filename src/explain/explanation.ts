import {
  type Advice,
  type FaultWords,
  faultWords,
  headline,
  ownFaults,
  steps,
  whatHappened,
} from '../causes/index.ts';
import type { Workaround } from '../clients/index.ts';
import { canAskAgain, currentHop, hostOf } from '../cors/index.ts';
import { type OverridePlan, planOverride } from '../override/index.ts';
import type { StackId } from '../stacks/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import { adviceFor } from './advice.ts';
import { type Answerer, answererOf } from './answerer.ts';
import { allowsAnyOrigin } from './any-origin.ts';
import { type CertainHeaders, certainHeaders } from './certain-headers.ts';
import { type Comparison, comparisonOf } from './comparison.ts';
import { type ConsoleLine, consoleLine } from './console-line.ts';
import type { ExplanationContext } from './context.ts';
import { usefulPlan } from './detour.ts';
import { type Facts, factsOf } from './facts.ts';
import { type Fix, fixFor, stacksFor } from './fix.ts';
import { headersLead } from './headers-lead.ts';
import { type HiddenHeaders, hiddenHeadersOf } from './hidden-headers.ts';
import { idlePrivateNetwork } from './idle-private-network.ts';
import { type CallResult, type JudgedExchange, resultOf, seenBeside } from './judged-exchange.ts';
import { type OtherAnswers, otherAnswers } from './other-answers.ts';
import { type OverrideEffect, overrideEffect, wasInForce } from './override-effect.ts';
import { preflightCost } from './preflight-cost.ts';
import { probableSetting } from './probable-setting.ts';
import { type Step, timelineOf } from './timeline.ts';
import { hiddenVitalHeaders } from './unread-headers.ts';
import { type UnsentCookies, unsentCookies } from './unsent-cookies.ts';
import { type Warning, warningsOn } from './warnings.ts';
import { clientWorkarounds, type DevProxyWorkaround, proxyWorkaround } from './workarounds.ts';

/** Everything that is said of one exchange. Panel, ticket and export render this value, and derive nothing again. */
export interface Explanation extends JudgedExchange {
  readonly result: CallResult;
  readonly headline: Sentence;
  readonly facts: Facts;
  /** What Chrome's console says. Null if it says nothing of CORS. */
  readonly consoleLine: ConsoleLine | null;
  readonly answerer: Answerer | null;
  /** What other answers say of the header that this one lacks; null where they say nothing of it. */
  readonly otherAnswers: OtherAnswers | null;
  /** Whether the server lets calls without credentials in from any origin, which a fix must not narrow. */
  readonly anyOrigin: boolean;
  readonly happened: Happened;
  readonly comparison: Comparison;
  /** Every fault of the answers, in Chrome's order. */
  readonly faults: readonly FaultWords[];
  /** What to do about the cause, whoever does it. */
  readonly advice: readonly Sentence[];
  /** The side that the reader looks at first. */
  readonly adviceFirst: Advice['by'];
  readonly onServer: ServerSide;
  readonly inPage: PageSide;
  readonly overridePlan: OverridePlan;
  /** What overrides did to the call. Null if none was in force, or if there is nothing to say. */
  readonly overrideEffect: OverrideEffect | null;
  /** What is dangerous about the way a call is allowed. */
  readonly warnings: readonly Warning[];
  /**
   * The response headers that the script can't read although the call passed. Null if it can read every header that it
   * has use for.
   */
  readonly hiddenHeaders: HiddenHeaders | null;
  /** Why no cookie came with a call that the server turned away. Null if nothing is to be said of cookies. */
  readonly unsentCookies: UnsentCookies | null;
  /** What the preflight of a call that passed cost, and what spares it. */
  readonly preflightCost: readonly Sentence[];
  /** Says that a header of the answers does nothing any more; null if there is none. */
  readonly idleHeader: Sentence | null;
  /** Whether the preflight can be asked again. */
  readonly canAskAgain: boolean;
}

/** How the call went. */
interface Happened {
  /** From the page to the verdict. */
  readonly timeline: readonly Step[];
  /** Why the browser stopped the call there. Null if the timeline says it all. */
  readonly why: Sentence | null;
  /** The causes that stop the call one after the other. Empty if only one is known. */
  readonly causes: readonly Sentence[];
}

/** What can be done on the server. */
interface ServerSide {
  readonly advice: readonly Sentence[];
  /** Null if no response header would help. */
  readonly fix: Fix | null;
  /** Every stack that has a recipe; recognised stacks come first. */
  readonly stacks: readonly StackId[];
  readonly requiredHeaders: CertainHeaders;
  /** Whether the server has to be made to send them, and when. */
  readonly headersLead: Sentence;
}

/** What can be done on the page's side. */
export interface PageSide {
  readonly advice: readonly Sentence[];
  /** Settings that keep client libraries from sending what isn't allowed. */
  readonly workarounds: readonly Workaround[];
  /** How the page's dev server can proxy the call. Null if the page has no dev server, or needs no proxy. */
  readonly devProxy: DevProxyWorkaround | null;
}

/**
 * Explains an exchange. Lists need `judge()` alone. It reads the costly parts of the context only where they count:
 * `others` for calls that passed, `askedFor` for calls that need a fix.
 */
export function explain(judged: JudgedExchange, context: ExplanationContext): Explanation {
  const { exchange, diagnosis, cause } = judged;
  const { overrides } = context;
  const result = resultOf(judged);
  const workarounds = clientWorkarounds(judged);
  const advice = adviceFor(judged, workarounds);
  const anyOrigin = allowsAnyOrigin(exchange, seenBeside(exchange));
  const fix = fixFor(judged, context);
  return {
    ...judged,
    result,
    headline: unreadHeadline(judged, result) ?? headline(exchange, diagnosis, cause),
    facts: factsOf(judged, context.stackChoice),
    consoleLine: consoleLine(exchange, diagnosis),
    answerer: answererOf(judged, context.stackChoice),
    otherAnswers: otherAnswers(judged),
    anyOrigin,
    happened: {
      timeline: timelineOf(judged),
      why: cause === null ? null : whatHappened(exchange, cause),
      causes: cause === null ? [] : steps(exchange, cause),
    },
    comparison: comparisonOf(exchange, diagnosis),
    faults: faultWords(exchange, ownFaults(cause, diagnosis.failures)),
    advice: advice.all,
    adviceFirst: advice.first,
    onServer: {
      advice: [...probableSetting(judged, fix), ...advice.onServer, ...keepAnyOrigin(judged, fix, anyOrigin)],
      fix,
      stacks: stacksFor(judged),
      requiredHeaders: certainHeaders(exchange, diagnosis, anyOrigin),
      headersLead: headersLead(exchange, cause),
    },
    inPage: {
      advice: advice.inPage,
      workarounds,
      devProxy: proxyWorkaround(judged, context.devServer),
    },
    overridePlan: usefulPlan(
      planOverride(exchange, diagnosis, {
        pageOrigin: context.pageOrigin,
        debugger: context.canAnswerPreflights,
        policy: context.policy,
        tried: overrides.find((one) => wasInForce(one, exchange)) ?? null,
      }),
      cause,
    ),
    overrideEffect: overrideEffect(judged, overrides),
    warnings: result === 'passed' ? warningsOn(exchange, diagnosis, context.others) : [],
    hiddenHeaders: hiddenHeadersOf(judged),
    unsentCookies: unsentCookies(judged, context),
    preflightCost: preflightCost(judged),
    idleHeader: idlePrivateNetwork(exchange),
    canAskAgain: canAskAgain(exchange, diagnosis),
  };
}

/** What is wrong with a call that passed, but whose script can't read what a client of its kind needs; else null. */
function unreadHeadline(judged: JudgedExchange, result: CallResult): Sentence | null {
  const names = result === 'passed' ? hiddenVitalHeaders(judged) : [];
  const { url, response } = currentHop(judged.exchange);
  if (names.length === 0 || response === null || response.status >= 400) return null;
  return sentence('headlinePassedUnread', { host: hostOf(url), headers: names });
}

/** Recipes name origins: where every one is allowed, and calls may come without credentials, they must not take that away. */
function keepAnyOrigin(
  { exchange, diagnosis }: JudgedExchange,
  fix: Fix | null,
  anyOrigin: boolean,
): readonly Sentence[] {
  if (!anyOrigin || fix === null || fix.recipe === null || diagnosis.credentials === 'included') return [];
  return [sentence('adviceKeepAny', { host: hostOf(currentHop(exchange).url), wildcard: '*' })];
}
