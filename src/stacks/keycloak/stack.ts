import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Keycloak',
  layer: 'application',
  product: true,
};
