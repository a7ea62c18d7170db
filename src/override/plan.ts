import {
  currentHop,
  type Diagnosis,
  type Exchange,
  isLoopbackOrigin,
  isOkStatus,
  isRedirect,
  originOf,
} from '../cors/index.ts';

/** What lets an exchange through, or why nothing does. */
export type OverridePlan =
  | { readonly type: 'rules'; readonly pageOrigin: string; readonly targetOrigin: string }
  | {
      readonly type: 'impossible';
      readonly because:
        | 'page-not-loopback'
        | 'opaque-origin'
        | 'service-worker'
        | 'preflight-status'
        | 'preflight-redirect'
        | 'not-cors';
    };

/** Plans the override for an exchange: rules for response headers, where they suffice. */
export function planOverride(exchange: Exchange, diagnosis: Diagnosis): OverridePlan {
  const { origin } = exchange;
  const hop = currentHop(exchange);
  if (origin === 'null') return { type: 'impossible', because: 'opaque-origin' };
  if (!isLoopbackOrigin(origin)) return { type: 'impossible', because: 'page-not-loopback' };
  if (exchange.tabId < 0) return { type: 'impossible', because: 'service-worker' };
  const answer = hop.preflight?.response ?? null;
  if (answer !== null && isRedirect(answer)) return { type: 'impossible', because: 'preflight-redirect' };
  if (answer !== null && !isOkStatus(answer.status))
    return { type: 'impossible', because: 'preflight-status' };
  if (diagnosis.outcome === 'failed') return { type: 'impossible', because: 'not-cors' };
  return { type: 'rules', pageOrigin: origin, targetOrigin: originOf(hop.url) };
}
