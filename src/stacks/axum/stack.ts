import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'axum (tower-http)',
  layer: 'application',
  refusesOnly: 'origin',
};
