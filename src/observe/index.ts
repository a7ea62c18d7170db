export { decodeRecord, type EncodedRecord, encodeRecord } from './encoded-record.ts';
export {
  type FinishedRequest,
  isPreflight,
  originOfFinished,
  toEvents,
} from './finished-request.ts';
export { type HarEntry, toUnnamedRequest } from './har-entry.ts';
export { Ledger, type Observed } from './ledger.ts';
export { MAX_EXCHANGES, MAX_RECORD_CHARS, MAX_STORED_CHARS } from './limits.ts';
export { missedSteps } from './missed-steps.ts';
export { isSpecific } from './net-error.ts';
export type { ObservedEvent, ObservedStep } from './observed.ts';
export { withoutOldHops } from './old-hops.ts';
export { type DevtoolsNote, type ExchangeRecord, isCorsExchange, toExchange } from './record.ts';
export { RedirectChains, type UnnamedRequest } from './redirect-chains.ts';
export { isTruncatedUrl, truncateHeaderList, truncateUrl } from './truncate.ts';
