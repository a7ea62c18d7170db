import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Symfony',
  layer: 'application',
  builtOn: 'php',
};
