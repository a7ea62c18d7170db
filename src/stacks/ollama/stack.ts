import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Ollama',
  layer: 'application',
  builtOn: 'gin',
  refusesOnly: 'origin',
  product: true,
};
