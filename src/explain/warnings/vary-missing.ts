import { sentence } from '../../texts/index.ts';
import type { WarningCheck } from './warning-check.ts';

/** The server sends each origin's own name, and doesn't tell caches that its answer varies. */
export const varyMissing = {
  id: 'vary-missing',
  find: ({ host, own, all }) => {
    const shared = own.find(({ sharedByCaches }) => sharedByCaches);
    const other = shared === undefined ? undefined : all.find(({ origin }) => origin !== shared.origin);
    if (shared === undefined || other === undefined) return null;
    return sentence('warnVary', { host, origins: [shared.origin, other.origin], header: 'Vary: Origin' });
  },
} as const satisfies WarningCheck;
