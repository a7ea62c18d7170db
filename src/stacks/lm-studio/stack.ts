import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'LM Studio',
  layer: 'application',
  builtOn: 'express',
  product: true,
};
