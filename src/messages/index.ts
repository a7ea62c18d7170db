export { type Answer, type Command, type Consent, parseCommand, type SetOverride } from './command.ts';
