import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Vercel Deployment Protection',
  layer: 'gateway',
  builtOn: 'vercel',
};
