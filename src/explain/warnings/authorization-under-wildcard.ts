import { currentHop, extractTokens, type HeaderList } from '../../cors/index.ts';
import { sentence } from '../../texts/index.ts';
import type { WarningCheck } from './warning-check.ts';

/**
 * The server allows `Authorization` only by `*`, which Chrome has announced to stop.
 * @see https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
 */
export const authorizationUnderWildcard = {
  id: 'authorization-under-wildcard',
  find: ({ host, exchange }) => {
    const { preflight } = currentHop(exchange);
    const asked = lowerCased(preflight?.requestHeaders, 'Access-Control-Request-Headers');
    const allowed = lowerCased(preflight?.response?.headerList, 'Access-Control-Allow-Headers');
    const isCovered =
      asked.includes('authorization') && allowed.includes('*') && !allowed.includes('authorization');
    if (!isCovered) return null;
    return sentence('warnAuthorization', {
      host,
      name: 'Authorization',
      wildcard: '*',
      header: 'Access-Control-Allow-Headers',
    });
  },
} as const satisfies WarningCheck;

function lowerCased(list: HeaderList | undefined, name: string): readonly string[] {
  return (extractTokens(list ?? [], name) ?? []).map((token) => token.toLowerCase());
}
