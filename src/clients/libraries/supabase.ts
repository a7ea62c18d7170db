import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `@supabase/supabase-js` 2.119.1.
 * @see https://unpkg.com/@supabase/supabase-js@2.109.0/dist/cors.cjs
 */
export const client: Client = {
  name: 'Supabase',
  headers: 'x-client-info x-supabase-* accept-profile content-profile',
  beside: 'apikey x-retry-count x-upsert x-region x-metadata',
};
