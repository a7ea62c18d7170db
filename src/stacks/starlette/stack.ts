import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Starlette',
  layer: 'application',
  refusesOnly: 'origin',
};
