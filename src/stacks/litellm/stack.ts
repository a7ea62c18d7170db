import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'LiteLLM',
  layer: 'application',
  builtOn: 'fastapi',
  product: true,
};
