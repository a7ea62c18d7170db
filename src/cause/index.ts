export { CAUSES, type CauseId } from './cause.ts';
export { rootCause } from './root-cause.ts';
