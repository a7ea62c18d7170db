import { currentHop, getHeader, isLoopbackOrigin } from '../../cors/index.ts';
import { sentence } from '../../texts/index.ts';
import type { WarningCheck } from './warning-check.ts';

/** One day. Firefox caches no preflight for longer, and well-known libraries send this value. */
const USUAL_MAX_AGE_S = 86_400;

/** The browser would cache the preflight's answer for long, while the server is still being developed. */
export const longMaxAge = {
  id: 'long-max-age',
  find: ({ host, exchange }) => {
    if (!isLoopbackOrigin(exchange.origin)) return null;
    const list = currentHop(exchange).preflight?.response?.headerList ?? [];
    const value = getHeader(list, 'Access-Control-Max-Age') ?? '';
    if (!/^\d+$/.test(value) || Number(value) <= USUAL_MAX_AGE_S) return null;
    return sentence('warnMaxAge', { host, header: `Access-Control-Max-Age: ${value}` });
  },
} as const satisfies WarningCheck;
