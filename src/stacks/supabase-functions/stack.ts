import type { Stack } from '../stack.ts';

export const stack: Stack = {
  name: 'Supabase Edge Functions',
  layer: 'platform',
};
