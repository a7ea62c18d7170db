import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Azure Static Web Apps',
  layer: 'platform',
};
