import { currentHop, getHeader } from '../../cors/index.ts';
import { sentence } from '../../texts/index.ts';
import type { WarningCheck } from './warning-check.ts';

/** A number of seconds. Chrome reads a negative number as 0: servers send `-1` to prevent caching. */
const SECONDS = /^[+-]?\d+$/;

/**
 * `Access-Control-Max-Age` isn't a number of seconds: `1h`, or `600, 600` from two layers that both add it. Chrome caches
 * the preflight for its default of 5 seconds then.
 * @see https://fetch.spec.whatwg.org/#http-access-control-max-age
 * @see https://source.chromium.org/chromium/chromium/src/+/main:services/network/public/cpp/cors/preflight_result.cc
 */
export const unreadableMaxAge = {
  id: 'unreadable-max-age',
  find: ({ host, exchange }) => {
    const list = currentHop(exchange).preflight?.response?.headerList ?? [];
    const value = getHeader(list, 'Access-Control-Max-Age');
    if (value === null || SECONDS.test(value)) return null;
    const header = 'Access-Control-Max-Age';
    return sentence('warnUnreadableMaxAge', {
      host,
      header: `${header}: ${value}`,
      example: `${header}: 600`,
    });
  },
} as const satisfies WarningCheck;
