import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Vite dev server',
  layer: 'application',
  refusesOnly: 'origin',
};
