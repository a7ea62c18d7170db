export type { Cause } from './cause.ts';
export { causeKey } from './cause-key.ts';
export type { CorsErrorName } from './cors-error-name.ts';
export { type FaultWords, faultWords } from './fault-words.ts';
export { headline, headlineLabel } from './headline.ts';
export { adviceOn, causeLabel, whatHappened } from './lookup.ts';
export { bareNetError, NETWORK_WORDS, networkCause } from './not-cors.ts';
export { followedBy, rootCause } from './root-cause.ts';
export { steps } from './steps.ts';
