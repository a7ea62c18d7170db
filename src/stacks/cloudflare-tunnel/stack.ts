import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Cloudflare Tunnel',
  layer: 'proxy',
  builtOn: 'cloudflare',
};
