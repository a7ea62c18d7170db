import { client } from '../libraries/supabase.ts';
import { callOptions, ownFetch, within } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `@supabase/supabase-js` 2.119.1: headers in `global.headers` take nothing away. */
export const stop: Stop = {
  client,
  setting: 'global.fetch',
  docs: 'https://supabase.com/docs/reference/javascript/initializing',
  needed: 'apikey',
  stops: 'x-client-info x-retry-count',
  steps: (names) => [callOptions('createClient()', within('global', ownFetch(names)))],
};
