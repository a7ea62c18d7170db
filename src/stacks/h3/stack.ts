import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Nuxt / h3',
  layer: 'application',
  refusesOnly: 'origin',
};
