import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'oauth2-proxy',
  layer: 'gateway',
};
