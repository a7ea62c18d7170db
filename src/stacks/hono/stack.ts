import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Hono',
  layer: 'application',
  refusesOnly: 'origin',
};
