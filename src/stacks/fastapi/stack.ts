import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'FastAPI',
  layer: 'application',
  builtOn: 'starlette',
  refusesOnly: 'origin',
};
