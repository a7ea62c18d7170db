import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'ASP.NET Core',
  layer: 'application',
};
