export { CONSENTS, type Consent } from './consent.ts';
export { type Desired, desired, type OverrideContext, refreshed } from './desired.ts';
export { type Effect, effectOn, type SetHeader } from './effect.ts';
export type { ExemptDocuments } from './exempt.ts';
export { hindrancesOf } from './hindrances.ts';
export {
  concerns,
  endOverride,
  hasRunOut,
  isFor,
  isInForce,
  isOn,
  mayHaveChanged,
  minutesLeft,
  newOverride,
  type Override,
  type OverridePair,
  type Refusal,
  reaches,
  reachesWorkers,
  wasOn,
  withObservationsOf,
  withoutConsent,
} from './override.ts';
export type { HeaderPattern, OverrideRule } from './override-rule.ts';
export { type OverridePlan, planOverride } from './plan.ts';
export { allowsOverride, NO_POLICY, type Policy, parsePolicy } from './policy.ts';
export {
  answeredSenders,
  mayBeAnswered,
  type PausedRequest,
  preflightAnswer,
  senderOf,
} from './preflight-answer.ts';
export { isSameSite } from './same-site.ts';
export { pageHeaders, serverAnswer } from './server-answer.ts';
export {
  type CommittedDocument,
  MAX_ORIGIN_CHARS,
  NOTHING_OBSERVED,
  type ObservedDocuments,
  PRUNE_ABOVE,
  pruned,
  type TabDocument,
  type TabView,
  withFrame,
  withPage,
  withPrerendered,
} from './tab-documents.ts';
