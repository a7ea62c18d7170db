import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'chi',
  layer: 'application',
  builtOn: 'go',
};
