import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Go net/http',
  layer: 'application',
};
