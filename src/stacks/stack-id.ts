import type { Stack } from './stack.ts';
import { STACKS } from './stacks.ts';

export type StackId = keyof typeof STACKS;

/** The stack of an id. */
export function stackOf(id: StackId): Stack {
  return STACKS[id];
}

/** Whether an answer of `stack` is truly called one of `other`: the same, or what it is built on. */
export function isBuiltOn(stack: StackId, other: StackId): boolean {
  for (let id: string | undefined = stack; id !== undefined; id = builtOn(id)) {
    if (id === other) return true;
  }
  return false;
}

function builtOn(id: string): string | undefined {
  const stacks: Readonly<Record<string, Stack>> = STACKS;
  return stacks[id]?.builtOn;
}
