import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://supabase.com/docs/guides/functions
  {
    certainty: 'sure',
    url: /^https:\/\/[a-z0-9]+\.(?:supabase\.co\/functions\/v1|functions\.supabase\.co)\//,
    headers: {},
  },
  { certainty: 'sure', headers: { 'x-served-by': /^supabase-edge-runtime$/ } },
];
