import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Cloud Functions for Firebase',
  layer: 'platform',
};
