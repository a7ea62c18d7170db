import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Home Assistant',
  layer: 'application',
  product: true,
};
