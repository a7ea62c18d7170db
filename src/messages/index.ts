export { type Answer, type Command, parseCommand, type SetOverride } from './command.ts';
