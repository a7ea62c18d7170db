import type { Override } from './override.ts';

/**
 * Whether rules can tell requests of `origin` from those of the override's page. They see the page's host but not its
 * port, and `localhost` also stands for the names under it.
 */
export function isSeparable({ pageOrigin }: Override, origin: string): boolean {
  if (origin === pageOrigin || origin === 'null') return true;
  const host = new URL(pageOrigin).hostname;
  const { hostname } = new URL(origin);
  return hostname !== host && !hostname.endsWith(`.${host}`);
}

/**
 * Whether a frame of `origin` is a stranger to the override's page. An opaque origin in it looks just like one in the
 * page's own frames.
 */
export function isStranger({ pageOrigin }: Override, origin: string): boolean {
  return origin !== 'null' && new URL(origin).hostname !== new URL(pageOrigin).hostname;
}
