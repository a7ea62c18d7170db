export { CONSENTS, type Consent } from './consent.ts';
export { type Effect, effectOn, type SetHeader } from './effect.ts';
export { exemptDocuments } from './exempt.ts';
export type { Lessons, Mend } from './lessons.ts';
export {
  concerns,
  endOverride,
  hasRunOut,
  isFor,
  isOn,
  minutesLeft,
  newOverride,
  OVERRIDE_LIFETIME,
  type Override,
  type OverridePair,
  reaches,
  reachesOpaque,
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
export { answersPreflights, type PausedRequest, preflightAnswer } from './preflight-answer.ts';
export {
  type HeaderChange,
  type HeaderPattern,
  type OverrideRule,
  overrideRules,
  type RuleScope,
} from './rules.ts';
export { isSameSite } from './same-site.ts';
export { isSeparable, isStranger } from './separable.ts';
