export { isStoppedUnsent, PagePolicies } from './csp/page-policies.ts';
export { EarlierLoads } from './earlier-loads.ts';
export { decodeRecord, type EncodedRecord, encodeRecord } from './encoded-record.ts';
export {
  type FinishedRequest,
  isPreflight,
  originOfFinished,
  toEvents,
} from './finished-request.ts';
export { toForbiddenRequest, toOutsideRequest, toUncheckedRequest, toUnnamedRequest } from './har-entry.ts';
export type { HarEntry } from './har-shape.ts';
export { joinedAnswer } from './joined-answer.ts';
export { Ledger, type Observed } from './ledger.ts';
export { MAX_EXCHANGES, MAX_OUTSIDE_EXCHANGES, MAX_RECORD_CHARS, MAX_STORED_CHARS } from './limits.ts';
export { mayBeCors } from './may-be-cors.ts';
export { missedSteps } from './missed-steps.ts';
export { isSpecific } from './net-error.ts';
export type { ObservedEvent, ObservedRequest, ObservedStep } from './observed.ts';
export { withoutOldHops } from './old-hops.ts';
export { toOutsideRecord, withSeen } from './outside-record.ts';
export {
  type DevtoolsNote,
  type ExchangeRecord,
  isListed,
  type RequestRecord,
  toExchange,
} from './record.ts';
export { RedirectChains, type UnnamedRequest } from './redirect-chains.ts';
export { resourceTypeOf } from './resource-type.ts';
export { isTruncatedUrl, truncateHeaderList, truncateUrl } from './truncate.ts';
export { mayBeUnchecked } from './unchecked-integrity.ts';
export { type CallTiming, UnreadAnswers } from './unread-answers.ts';
export { httpUrl } from './worth-reading.ts';
