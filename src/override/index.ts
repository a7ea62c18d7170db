export {
  endOverride,
  isFor,
  isOn,
  learn,
  newOverride,
  OVERRIDE_LIFETIME,
  type Override,
  type OverridePair,
  overrideAt,
} from './override.ts';
export { type OverridePlan, planOverride } from './plan.ts';
export { type HeaderRule, overrideRules } from './rules.ts';
