import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Netlify',
  layer: 'platform',
};
