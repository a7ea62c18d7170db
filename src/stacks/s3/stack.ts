import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Amazon S3',
  layer: 'platform',
};
