import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Traefik ForwardAuth',
  layer: 'gateway',
  builtOn: 'traefik',
};
