import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Koa',
  layer: 'application',
  refusesOnly: 'origin',
};
