import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'ingress-nginx',
  layer: 'gateway',
};
