import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Starlette or FastAPI',
  layer: 'application',
  refusesOnly: 'origin',
};
