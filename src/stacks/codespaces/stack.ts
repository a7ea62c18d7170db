import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'GitHub Codespaces',
  layer: 'proxy',
};
