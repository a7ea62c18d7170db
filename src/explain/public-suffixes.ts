/**
 * The common public suffixes of two labels, by the last label. Names under each of them belong to different people. All
 * of them are in the Public Suffix List, most of which is left out. Hosting platforms are here only if an account has
 * one name: on others, such as vercel.app, similar names (`app`, `staging-app`) mostly have one owner.
 * @see https://publicsuffix.org/list/
 */
const BY_LAST_LABEL = {
  ar: 'com edu gob gov net org',
  au: 'com edu gov net org',
  br: 'com edu gov net org',
  cn: 'ac com edu gov net org',
  co: 'com edu gov net org',
  dev: 'workers',
  hk: 'com edu gov net org',
  id: 'ac co go or web',
  il: 'ac co gov net org',
  in: 'ac co edu gov net org',
  io: 'bitbucket github gitlab',
  jp: 'ac co go ne or',
  ke: 'ac co go or',
  kr: 'ac co go or re',
  mx: 'com edu gob net org',
  my: 'com edu gov net org',
  ng: 'com edu gov org',
  nz: 'ac co govt net org',
  ph: 'com edu gov',
  pl: 'com edu net org',
  sg: 'com edu gov net org',
  th: 'ac co go in or',
  tr: 'com edu gov net org',
  tw: 'com edu gov net org',
  ua: 'com edu gov net org',
  uk: 'ac co gov ltd me net org plc',
  vn: 'com edu gov net org',
  za: 'ac co gov net org',
};

/** Such as `co.uk`. */
export const PUBLIC_SUFFIXES: ReadonlySet<string> = new Set(
  Object.entries(BY_LAST_LABEL).flatMap(([last, labels]) =>
    labels.split(' ').map((label) => `${label}.${last}`),
  ),
);

/** Returns the domain that somebody registered: `example.co.uk` for `www.example.co.uk`. */
export function registrableDomain(host: string): string {
  const labels = host.split('.');
  return labels.slice(PUBLIC_SUFFIXES.has(labels.slice(-2).join('.')) ? -3 : -2).join('.');
}
