import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Laravel',
  layer: 'application',
  builtOn: 'symfony',
};
