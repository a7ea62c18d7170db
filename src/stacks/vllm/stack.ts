import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'vLLM',
  layer: 'application',
  builtOn: 'fastapi',
  product: true,
};
