import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'llama.cpp',
  layer: 'application',
  product: true,
};
