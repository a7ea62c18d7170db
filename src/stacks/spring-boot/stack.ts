import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Spring Boot',
  layer: 'application',
  builtOn: 'tomcat',
};
