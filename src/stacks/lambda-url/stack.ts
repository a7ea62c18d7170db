import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'AWS Lambda function URL',
  layer: 'platform',
};
