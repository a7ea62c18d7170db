import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'echo',
  layer: 'application',
  builtOn: 'go',
  refusesOnly: 'origin',
};
