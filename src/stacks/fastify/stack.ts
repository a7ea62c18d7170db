import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Fastify',
  layer: 'application',
  refusesOnly: 'origin',
};
