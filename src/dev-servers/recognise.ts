import type { DevServerTool } from './dev-server.ts';
import { DEV_SERVERS, type DevServer } from './registry.ts';

/** Pages of Nuxt and Astro. Both bring a Vite that is configured elsewhere, so nothing is said for them. */
const NUXT_OR_ASTRO = /^https?:\/\/[^/]+\/(?:_nuxt\/|(?:@id\/astro:|node_modules\/astro\/))/;

/**
 * The order in which marks are looked for: the first that is found decides. Pages of the more special tools also bear
 * the marks of the tools that these are built on, so the more special tools come first.
 */
const MARKS: readonly (readonly [server: DevServer | null, mark: RegExp])[] = [
  ['nextjs', DEV_SERVERS.nextjs.pageMark],
  [null, NUXT_OR_ASTRO],
  ['angular', DEV_SERVERS.angular.pageMark],
  ['vite', DEV_SERVERS.vite.pageMark],
  ['webpack', DEV_SERVERS.webpack.pageMark],
];

const IDS = Object.keys(DEV_SERVERS) as readonly DevServer[];

/** Tells which dev server serves a page, by the URLs of the page's resources. Returns `null` where they don't tell. */
export function devServerOf(resourceUrls: readonly string[]): DevServer | null {
  const names = new Set(resourceUrls.map((url) => /\/([^/?#]+)(?:[?#].*)?$/.exec(url)?.[1]));
  const byFiles = IDS.find((id) => {
    const { pageFiles }: DevServerTool = DEV_SERVERS[id];
    return pageFiles?.every((name) => names.has(name));
  });
  if (byFiles !== undefined) return byFiles;
  return MARKS.find(([, mark]) => resourceUrls.some((url) => mark.test(url)))?.[0] ?? null;
}
