import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Open WebUI',
  layer: 'application',
  builtOn: 'fastapi',
  product: true,
};
