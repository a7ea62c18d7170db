import { type Advice, fix } from './cause-texts.ts';
import type { RequestedAccess } from './evidence.ts';

/** Advice to compare all that the page asked for with the server's settings. */
export function compareRequested(host: string, { origin, method, headerNames }: RequestedAccess): Advice {
  return headerNames.length === 0
    ? fix('adviceAskedSimply', { host, origin, method })
    : fix('adviceAsked', { host, origin, method, names: headerNames });
}
