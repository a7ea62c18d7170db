import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'LocalAI',
  layer: 'application',
  builtOn: 'echo',
  product: true,
};
