/** Where packages lie on servers: an installed one, one that Vite has bundled beforehand, and those of CDNs. */
const BEFORE =
  /.*(?:\/node_modules|\/deps|\/npm|\/esm\.sh|\/unpkg\.com|\/esm\.run|\/ajax\/libs)\/(?:v\d+\/)?(.*)$/;

/**
 * Whether a script is of an npm package, by the script's URL: `/node_modules/.vite/deps/groq-sdk.js`.
 * @see https://vite.dev/guide/dep-pre-bundling
 */
export function isOfPackage(scriptUrl: string, name: string): boolean {
  // Vite writes `_` for the slash in a name.
  const path = BEFORE.exec(scriptUrl)?.[1]?.replaceAll('_', '/');
  const start = name.replaceAll('_', '/');
  return path?.startsWith(start) === true && /^(?:$|[@./?])/.test(path.slice(start.length));
}
