import type { Client } from './client.ts';
import { callOptions, ownFetch } from './shared-steps.ts';

export const supabase: Client = {
  name: 'Supabase',
  headers: /^(?:apikey|x-client-info|x-supabase-.*|accept-profile|content-profile)$/,
  credentials: null,
  setting: null,
  docs: 'https://supabase.com/docs/reference/javascript/initializing',
  stopSending: (names) =>
    names.includes('apikey')
      ? []
      : [callOptions('createClient()', `global: {\n${ownFetch(names).replaceAll(/^/gm, '  ')}\n},`)],
};
