import type { Override } from './override.ts';

/**
 * True if header rules can tell requests of `origin` from those of the override's page. Rules compare hosts alone: they
 * ignore the port and a dot at the end, and a host also matches its subdomains.
 */
export function isDistinguishable({ pageOrigin }: Pick<Override, 'pageOrigin'>, origin: string): boolean {
  if (origin === pageOrigin || origin === 'null') return true;
  const host = hostnameOf(pageOrigin);
  const hostname = hostnameOf(origin);
  return hostname !== host && !hostname.endsWith(`.${host}`);
}

/** The host of an origin as rules compare it: without a dot at the end. */
export function hostnameOf(origin: string): string {
  return new URL(origin).hostname.replace(/\.$/, '');
}
