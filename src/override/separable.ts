import type { Override } from './override.ts';

/**
 * Whether rules can tell requests of `origin` from those of the override's page. They see the page's host but not its
 * port, `localhost` also stands for the names under it, and a dot at the end doesn't count.
 */
export function isSeparable({ pageOrigin }: Pick<Override, 'pageOrigin'>, origin: string): boolean {
  if (origin === pageOrigin || origin === 'null') return true;
  const host = hostnameOf(pageOrigin);
  const hostname = hostnameOf(origin);
  return hostname !== host && !hostname.endsWith(`.${host}`);
}

/** The host of an origin as rules compare it: without the dot that may end it. */
export function hostnameOf(origin: string): string {
  return new URL(origin).hostname.replace(/\.$/, '');
}
