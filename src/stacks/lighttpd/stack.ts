import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'lighttpd',
  layer: 'proxy',
};
