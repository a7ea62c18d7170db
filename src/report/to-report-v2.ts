import { type Cause, causeLabel } from '../causes/index.ts';
import {
  type CodeLocation,
  type Diagnosis,
  type Exchange,
  hopOrigins,
  type ViolatedDirective,
} from '../cors/index.ts';
import type { Answerer, Explanation } from '../explain/index.ts';
import { redactText, redactUrl, redactValue, redactValues } from '../privacy/index.ts';
import { STACKS } from '../stacks/index.ts';
import type { Sentence } from '../texts/index.ts';
import type { Explained } from './explained.ts';
import { inWords } from './markdown-text.ts';
import { reportedVerdict, toReportedPreflight, toReportedResponse } from './report.ts';
import type {
  ExplainedExchange,
  ReportedAnswerer,
  ReportedCause,
  ReportedHop,
  ReportedLocation,
  ReportedWords,
  ReportV2,
} from './report-v2.ts';
import { reportedFix, reportedWorkarounds } from './reported-fix.ts';
import type { Say } from './say.ts';

/** An exchange to report, and how many more equal ones are left out. */
export interface ToReport extends Explained {
  readonly repeats: number;
}

/**
 * Writes version 2 of the report. Secrets are cut from URLs, headers and words.
 * @param browser its name and version
 * @param say speaks English
 */
export function toReportV2(browser: string, explained: readonly ToReport[], say: Say): ReportV2 {
  const oldestFirst = [...explained].sort(
    ({ explanation: one }, { explanation: other }) => one.exchange.startedAt - other.exchange.startedAt,
  );
  return {
    format: 'preflight-inspector/report',
    version: 2,
    browser,
    exchanges: oldestFirst.map((one) => toExplainedExchange(one, say)),
  };
}

function toExplainedExchange({ explanation, variant, repeats }: ToReport, say: Say): ExplainedExchange {
  const { exchange, diagnosis, cause, hiddenHeaders, warnings, answerer, unsentCookies } = explanation;
  const { outcome, location } = exchange;
  const words = (sentence: Sentence) => inWords(say, sentence);
  return {
    ...reportedVerdict(exchange, diagnosis, cause),
    endedAt: exchange.endedAt,
    error: outcome.type === 'error' ? outcome.error : null,
    resourceType: exchange.resourceType,
    outside: exchange.outside?.type ?? null,
    workerSource: workerSource(exchange),
    violated: violatedBy(exchange),
    earlierLoad: exchange.earlierLoad ?? null,
    cookiesSet: unsentCookies?.cookiesSet ?? null,
    calledFrom: location === null ? null : toReportedLocation(location),
    hops: toReportedHops(exchange),
    repeats,
    answeredBy: answerer === null ? null : toReportedAnswerer(answerer),
    causes: toReportedCauses(explanation, words),
    words: toReportedWords(explanation, words),
    fix: reportedFix(explanation, variant, words),
    workarounds: reportedWorkarounds(explanation, words),
    warnings: warnings.map(({ id, sentence }) => ({ id, text: words(sentence) })),
    hiddenHeaders:
      hiddenHeaders === null
        ? null
        : { names: hiddenHeaders.names, expose: hiddenHeaders.exposing, when: hiddenHeaders.when },
  };
}

export function workerSource({ outside }: Exchange): string | null {
  return outside?.type === 'service-worker' ? outside.from : null;
}

/** The violated directive, without the nonces that let scripts in. */
export function violatedBy({ outside }: Exchange): ViolatedDirective | null {
  if (outside?.type !== 'content-security-policy' || outside.violated === null) return null;
  const sources = redactText(outside.violated.sources).replaceAll(/'nonce-[^']*'/gi, "'nonce-…'");
  return { ...outside.violated, sources };
}

/** Puts a sentence into English. */
type Words = (sentence: Sentence) => string;

/** A line of code. What a reader looks for is a file: its URL's query tells nothing of that. */
export function toReportedLocation({ url, ...place }: CodeLocation): ReportedLocation {
  const query = url.indexOf('?');
  return { ...place, url: redactUrl(query < 0 ? url : url.slice(0, query)) };
}

/** Every hop, without secrets. */
export function toReportedHops(exchange: Exchange): readonly ReportedHop[] {
  const origins = hopOrigins(exchange);
  return exchange.hops.map(({ url, method, preflight, requestHeaders, response }, index) => ({
    url: redactUrl(url),
    method,
    origin: origins[index] ?? exchange.origin,
    preflight: preflight === null ? null : { ...toReportedPreflight(preflight), error: preflight.error },
    requestHeaders: requestHeaders === null ? null : redactValues(requestHeaders),
    response: response === null ? null : toReportedResponse(response),
  }));
}

function toReportedAnswerer(answerer: Answerer): ReportedAnswerer {
  const { stack, certainty } = answerer;
  const evidence = certainty === 'chosen' ? [] : answerer.evidence.map(redactLine);
  return { stack, name: STACKS[stack].name, certainty, evidence };
}

function toReportedCauses(
  { cause, diagnosis, headline, happened }: Explanation,
  words: Words,
): readonly ReportedCause[] {
  const chain: Cause[] = [];
  for (let step = cause; step !== null; step = step.next) chain.push(step);
  // Where only one is known, the headline is all that is said of it.
  const headlines = happened.causes.length > 0 ? happened.causes : [headline];
  return chain.map((step, index) => ({
    id: step.id,
    label: words(causeLabel(step)),
    headline: words(headlines[index] ?? headline),
    certainty: isSure(step, diagnosis) ? 'sure' : 'if-credentials-included',
    stage: step.failure.stage,
    hop: step.failure.hop,
    evidence: step.evidence.map(redactLine),
  }));
}

function isSure({ failure }: Cause, { credentials }: Diagnosis): boolean {
  return failure.when === 'always' || credentials === 'included';
}

function toReportedWords(
  { headline, happened, faults, onServer, inPage, consoleLine, adviceFirst }: Explanation,
  words: Words,
): ReportedWords {
  const ofServer = onServer.advice.map((one) => ({ by: 'server', text: words(one) }) as const);
  const ofPage = inPage.advice.map((one) => ({ by: 'page', text: words(one) }) as const);
  return {
    headline: words(headline),
    happened: happened.why === null ? null : words(happened.why),
    faults: faults.map(({ sentence, stage, hop, when }) => ({ text: words(sentence), stage, hop, when })),
    advice: adviceFirst === 'server' ? [...ofServer, ...ofPage] : [...ofPage, ...ofServer],
    console: consoleLine === null ? null : redactText(consoleLine.line),
  };
}

/** A line of an answer such as `Server: nginx`, or a status. */
function redactLine(line: string): string {
  const colon = line.indexOf(': ');
  if (colon < 0) return redactText(line);
  const name = line.slice(0, colon);
  return `${name}: ${redactValue(name, line.slice(colon + 2))}`;
}
