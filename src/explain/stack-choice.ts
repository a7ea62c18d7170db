import type { StackId } from '../stacks/index.ts';

/** What the user said of a server: its stack, or that only the headers are to be shown. */
export type StackChoice = StackId | 'headers-only';
