export { CONSENTS, type Consent } from './consent.ts';
export { type Desired, desired, type Surroundings, settled } from './desired.ts';
export { type Effect, effectOn, type SetHeader } from './effect.ts';
export { exemptDocuments } from './exempt.ts';
export { hindrancesOf } from './hindrances.ts';
export { UNSEEN } from './hold-back.ts';
export type { Call, Lessons, Mend } from './lessons.ts';
export {
  concerns,
  endOverride,
  hasRunOut,
  isFor,
  isInForce,
  isOn,
  isTimeUp,
  minutesLeft,
  newOverride,
  OVERRIDE_LIFETIME,
  type Override,
  type OverridePair,
  type Refusal,
  reaches,
  reachesOpaque,
  reachesWorkers,
  revoked,
  rewritesOrigin,
  taught,
  wasOn,
} from './override.ts';
export { type Circumstances, type Means, type OverridePlan, planOverride } from './plan.ts';
export {
  allowsOverride,
  allowsTarget,
  NO_POLICY,
  type Policy,
  parsePolicy,
} from './policy.ts';
export {
  answeredSenders,
  answersPreflights,
  mayBeAnswered,
  type PausedRequest,
  preflightAnswer,
  senderOf,
} from './preflight-answer.ts';
export {
  type HeaderChange,
  type HeaderPattern,
  type OverrideRule,
  overrideRules,
  type RuleScope,
} from './rules.ts';
export { isSameSite } from './same-site.ts';
export {
  type CommittedDocument,
  LONGEST_ORIGIN,
  MANY_FOREIGN,
  NOTHING_WITNESSED,
  pruned,
  type TabDocument,
  type TabView,
  type WitnessedDocuments,
  withFrame,
  withPage,
  withPrerendered,
} from './tab-documents.ts';
