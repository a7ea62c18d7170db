import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'FastMCP',
  layer: 'application',
};
