import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'NestJS',
  layer: 'application',
  builtOn: 'express',
  refusesOnly: 'origin',
};
