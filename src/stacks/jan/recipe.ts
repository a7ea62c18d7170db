import { isLoopbackOrigin } from '../../cors/index.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/**
 * All or nothing: there is no list of origins. Calls to a host that it doesn't trust get 403, preflights too.
 * @see https://github.com/janhq/jan/blob/dev/web-app/src/locales/en/settings.json (localApiServer)
 * @see https://github.com/janhq/jan/blob/dev/src-tauri/src/core/server/proxy.rs (is_valid_host)
 */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://jan.ai/docs/local-api',
  restart: { type: 'server' },
  notes: ['noteJanAllowsAll'],
  steps: (need) => [
    {
      type: 'edit',
      file: 'Settings › Local API Server',
      place: 'form',
      language: 'text',
      code: settings(need).join('\n'),
    },
  ],
};

function settings({ url }: ServerNeed): readonly string[] {
  const { hostname, origin } = new URL(url);
  const cors = 'Cross-Origin Resource Sharing (CORS): On';
  return isLoopbackOrigin(origin) ? [cors] : [cors, `Trusted Hosts: ${hostname}`];
}
