import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Fly.io',
  layer: 'proxy',
};
