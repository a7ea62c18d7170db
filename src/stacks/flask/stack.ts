import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Flask',
  layer: 'application',
  refusesOnly: 'origin',
};
