import type { Stack } from './stack.ts';
import { STACKS } from './stacks.ts';

export type StackId = keyof typeof STACKS;

/** Returns the stack with this id. */
export function stackOf(id: StackId): Stack {
  return STACKS[id];
}

/**
 * Returns whether an answer of `stack` may be called an answer of `other`: the same stack, or one that it is built on.
 */
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
