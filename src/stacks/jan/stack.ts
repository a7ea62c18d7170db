import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Jan',
  layer: 'application',
  product: true,
};
