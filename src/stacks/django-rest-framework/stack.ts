import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Django REST framework',
  layer: 'application',
  builtOn: 'django',
  refusesOnly: 'origin',
};
