import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'n8n',
  layer: 'application',
  product: true,
};
