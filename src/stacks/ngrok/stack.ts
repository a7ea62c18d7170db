import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'ngrok',
  layer: 'proxy',
};
