import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Elysia',
  layer: 'application',
  refusesOnly: 'origin',
};
