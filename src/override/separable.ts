import type { Override } from './override.ts';

/**
 * Whether rules can tell requests of `origin` from those of the override's page. They see the page's host but not its
 * port, and `localhost` also stands for the names under it. Opaque origins look all alike, ours and a stranger's: where
 * they are meant, only the page's own host may be there.
 */
export function isSeparable({ pageOrigin, allow }: Override, origin: string): boolean {
  if (origin === pageOrigin || origin === 'null') return true;
  if (allow.includes('opaque-origin')) return false;
  const host = new URL(pageOrigin).hostname;
  const { hostname } = new URL(origin);
  return hostname !== host && !hostname.endsWith(`.${host}`);
}
