import {
  answersOf,
  currentHop,
  type Diagnosis,
  type Exchange,
  isLoopbackOrigin,
  isOkStatus,
  isOneOf,
  LOCATION_ERRORS,
  originOf,
} from '../cors/index.ts';
import type { Consent } from './consent.ts';
import { type Override, rewritesOrigin } from './override.ts';
import { allowsTarget, type Policy } from './policy.ts';
import { refusesOrigin } from './refuses-origin.ts';
import { needsTwoOrigins } from './two-origins.ts';

/** How an override makes a request pass, the weakest means first. */
type Means = 'response-headers' | 'origin-rewrite' | 'answer-preflight';

/** How an override can make an exchange pass, or why none can. */
export type OverridePlan =
  | {
      readonly type: 'override';
      readonly pageOrigin: string;
      readonly targetOrigin: string;
      readonly means: Means;
      /** What the user must agree to first. */
      readonly consents: readonly Consent[];
    }
  | {
      readonly type: 'impossible';
      readonly because: /** Overrides are for pages on localhost alone. */
        | 'page-not-loopback'
        /** Something else than CORS. */
        | 'not-cors'
        /** The answer isn't the app's, so that a call that gets through to it is of no use. */
        | 'not-the-app'
        /** The organisation that manages the browser allows no overrides, or none for this target. */
        | 'policy'
        /** The override would have to answer the preflight, and this build can't. */
        | 'no-debugger'
        /** The override would have to answer the preflight, and the organisation forbids that. */
        | 'policy-debugger'
        /** The browser refuses `Access-Control-Allow-Origin` as it seems to be sent: twice. */
        | 'repeated-allow-origin'
        /** A redirected call with the method `OPTIONS`: it and its preflight need different origins. */
        | 'two-origins'
        /** A redirect to a URL with a password, or to another scheme. */
        | 'redirect';
    };

/** What a plan depends on besides the exchange. */
export interface PlanContext {
  /** The origin of the tab's page. The exchange's own origin may be opaque, if a frame made it. */
  readonly pageOrigin: string;
  /** Whether this build may answer preflights, by `chrome.debugger`. */
  readonly debugger: boolean;
  readonly policy: Policy;
  /** The override that was in force when the exchange began. What it did wasn't enough. */
  readonly tried: Override | null;
}

/** Plans the override for an exchange: the weakest means that is enough, and the consents that it needs. */
export function planOverride(exchange: Exchange, diagnosis: Diagnosis, context: PlanContext): OverridePlan {
  const opaque = exchange.origin === 'null';
  const inWorker = exchange.owner.type === 'serviceWorker';
  const pageOrigin = opaque ? context.pageOrigin : exchange.origin;
  if (diagnosis.outcome === 'failed' || exchange.outside !== undefined)
    return { type: 'impossible', because: 'not-cors' };
  if (!isLoopbackOrigin(pageOrigin)) return { type: 'impossible', because: 'page-not-loopback' };
  if (diagnosis.failures.some((failure) => isOneOf(failure, LOCATION_ERRORS)))
    return { type: 'impossible', because: 'redirect' };
  const hop = currentHop(exchange);
  if (answersOf(hop).some(({ headerList }) => diagnosis.profile.seemsRefusedAsSent(headerList)))
    return { type: 'impossible', because: 'repeated-allow-origin' };
  if (needsTwoOrigins(exchange, exchange.hops.length - 1, diagnosis.profile))
    return { type: 'impossible', because: 'two-origins' };
  const targetOrigin = originOf(hop.url);
  const { policy } = context;
  if (!allowsTarget(policy, targetOrigin)) return { type: 'impossible', because: 'policy' };
  const means = meansFor(exchange, context.tried);
  if (means === 'answer-preflight') {
    if (!context.debugger) return { type: 'impossible', because: 'no-debugger' };
    if (!policy.debugger) return { type: 'impossible', because: 'policy-debugger' };
  }
  const consents: Consent[] = [];
  if (opaque) consents.push('opaque-origin');
  if (inWorker) consents.push('service-worker');
  if (means === 'origin-rewrite' && !isLoopbackOrigin(targetOrigin)) consents.push('origin-rewrite');
  if (means === 'answer-preflight') consents.push('answer-preflight');
  return { type: 'override', pageOrigin, targetOrigin, means, consents };
}

function meansFor(exchange: Exchange, tried: Override | null): Means {
  const { preflight, response } = currentHop(exchange);
  const answer = preflight?.response ?? null;
  const rewritten = tried !== null && rewritesOrigin(tried);
  if (!rewritten && [answer, response].some((one) => one !== null && refusesOrigin(one))) {
    return 'origin-rewrite';
  }
  return answer !== null && !isOkStatus(answer.status) ? 'answer-preflight' : 'response-headers';
}
