import type { StackId } from '../stacks/index.ts';

/** The user's choice for a server: its stack, or only the headers. */
export type StackChoice = StackId | 'headers-only';
