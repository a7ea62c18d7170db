import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'nginx auth_request',
  layer: 'gateway',
  builtOn: 'nginx',
};
