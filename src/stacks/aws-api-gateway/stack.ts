import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'AWS API Gateway',
  layer: 'platform',
};
