import { isLoopbackOrigin } from '../../cors/index.ts';
import { sentence } from '../../texts/index.ts';
import type { WarningCheck } from './warning-check.ts';

/**
 * The server allows origins of different sites with credentials, so it may repeat any origin. Origins of one host are
 * usually on one list, and so are those of this machine: each of them counts as one site.
 */
export const reflectsOrigins = {
  id: 'reflects-origins',
  find: ({ host, own, all }) => {
    if (!own.some(({ credentials }) => credentials)) return null;
    const origins = [...new Set(all.filter(({ credentials }) => credentials).map(({ origin }) => origin))];
    const sites = new Set(origins.map(siteOf));
    return sites.size < 2 ? null : sentence('warnReflects', { host, origins });
  },
} as const satisfies WarningCheck;

function siteOf(origin: string): string {
  return isLoopbackOrigin(origin) ? 'localhost' : (URL.parse(origin)?.hostname ?? origin);
}
