import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Next.js',
  layer: 'application',
};
