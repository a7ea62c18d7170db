import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'ComfyUI',
  layer: 'application',
  builtOn: 'aiohttp',
  product: true,
};
