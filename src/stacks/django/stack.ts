import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Django',
  layer: 'application',
  refusesOnly: 'origin',
};
