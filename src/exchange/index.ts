export { Ledger, type LedgerChange } from './ledger.ts';
export type { ObservedEvent, ObservedRequest, ObservedStep, RequestSource } from './observed.ts';
export { type ExchangeRecord, isCorsExchange, toExchange } from './record.ts';
