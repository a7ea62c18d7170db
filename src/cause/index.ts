export { CAUSES, type CauseId } from './cause.ts';
export {
  type CorsSetup,
  type Fingerprint,
  type Recognition,
  recognise,
  type ServerAnswer,
  whoAnswered,
} from './fingerprint.ts';
export { rootCause } from './root-cause.ts';
export { isBuiltOn, STACKS, type StackId } from './stack.ts';
export { type Warning, type WarningId, warningsOn } from './warnings.ts';
