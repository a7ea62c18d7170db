export { adviceOn } from './advice.ts';
export { CAUSES, type Cause, type CauseId, type CauseOf } from './cause.ts';
export {
  type CorsSetup,
  type Fingerprint,
  type Recognition,
  recognise,
  type ServerAnswer,
  whoAnswered,
} from './fingerprint.ts';
export { followedBy, rootCause } from './root-cause.ts';
export { SDKS, type Sdk, type SdkId, sdkOf } from './sdk-headers.ts';
export { isBuiltOn, STACKS, type StackId } from './stack.ts';
export { steps } from './steps.ts';
export { type Warning, type WarningId, warningsOn } from './warnings.ts';
export { whatHappened } from './what-happened.ts';
