import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Starlette (FastAPI)',
  layer: 'application',
  refusesOnly: 'origin',
};
