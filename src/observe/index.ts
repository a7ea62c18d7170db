export {
  BLOCKED_UNSENT,
  type FinishedRequest,
  isPreflight,
  originOfFinished,
  toEvents,
} from './finished-request.ts';
export { type HarEntry, toUnnamedRequest } from './har-entry.ts';
export { KEPT } from './kept.ts';
export { Ledger, type Observed } from './ledger.ts';
export { missedSteps } from './missed-steps.ts';
export { saysWhy } from './net-error.ts';
export type { ObservedEvent, ObservedStep } from './observed.ts';
export { withoutOldHops } from './old-hops.ts';
export { type PackedRecord, packed, unpacked } from './packed.ts';
export { type DevtoolsNote, type ExchangeRecord, isCorsExchange, toExchange } from './record.ts';
export { RedirectChains, type UnnamedRequest } from './redirect-chains.ts';
export { isCutUrl, keptHeaderList, keptUrl } from './shortened.ts';
