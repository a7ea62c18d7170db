export {
  type Answer,
  type Command,
  type ProbeAnswer,
  type ProbePreflight,
  parseCommand,
  type SetOverride,
} from './command.ts';
