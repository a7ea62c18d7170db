import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Express',
  layer: 'application',
  refusesOnly: 'origin',
};
