import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'gin',
  layer: 'application',
  builtOn: 'go',
  refusesOnly: 'origin',
};
