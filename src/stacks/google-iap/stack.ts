import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Google IAP',
  layer: 'gateway',
};
