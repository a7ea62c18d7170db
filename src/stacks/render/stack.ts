import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Render',
  layer: 'proxy',
  builtOn: 'cloudflare',
};
