import { sentence } from '../../texts/index.ts';
import type { WarningCheck } from './warning-check.ts';

/** The server allows the origin `null`, which every sandboxed frame has. */
export const nullAllowed = {
  id: 'null-allowed',
  find: ({ host, own }) => {
    const found = own.filter(({ origin }) => origin === 'null');
    if (found.length === 0) return null;
    const key = found.some(({ credentials }) => credentials) ? 'warnNullWithCredentials' : 'warnNull';
    return sentence(key, { host, origin: 'null' });
  },
} as const satisfies WarningCheck;
