import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Azure App Service',
  layer: 'platform',
  builtOn: 'iis',
};
