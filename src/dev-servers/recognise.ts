/** The dev servers that pass calls on, by id. */
export const DEV_SERVERS = {
  vite: 'Vite',
  nextjs: 'Next.js',
  webpack: 'webpack-dev-server',
  angular: 'Angular CLI',
} as const;

export type DevServer = keyof typeof DEV_SERVERS;

/** What a dev server's pages load, the more special ones first. */
const MARKS: readonly (readonly [server: DevServer | null, mark: RegExp])[] = [
  ['nextjs', /^https?:\/\/[^/]+\/(?:.+\/)?_next\/static\//],
  // Nuxt and Astro bring a Vite whose configuration is elsewhere.
  [null, /^https?:\/\/[^/]+\/(?:_nuxt\/|(?:@id\/astro:|node_modules\/astro\/))/],
  [
    'angular',
    /^https?:\/\/[^/]+\/(?:@ng\/component|.*\/?\.angular\/cache\/)|^webpack:\/\/.*\/@angular\/core\//,
  ],
  ['vite', /^https?:\/\/[^/]+\/(?:.+\/)?(?:@vite\/client|@react-refresh|node_modules\/\.vite\/deps\/)/],
  [
    'webpack',
    /^webpack(?:-internal)?:\/\/|^https?:\/\/[^/]+\/(?:.+\/)?(?:webpack-dev-server|[^/]+\.hot-update\.js)/,
  ],
];

/** Files that all pages of the webpack-based Angular CLI load. */
const ANGULAR_FILES = ['runtime.js', 'polyfills.js', 'vendor.js', 'main.js'];

/** Which dev server serves a page, by the URLs of the page's resources; null where they don't tell. */
export function devServerOf(resourceUrls: readonly string[]): DevServer | null {
  const names = new Set(resourceUrls.map((url) => /\/([^/?#]+)(?:[?#].*)?$/.exec(url)?.[1]));
  if (ANGULAR_FILES.every((name) => names.has(name))) return 'angular';
  return MARKS.find(([, mark]) => resourceUrls.some((url) => mark.test(url)))?.[0] ?? null;
}
