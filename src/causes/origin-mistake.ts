/** What is wrong with a value that should be one serialized origin. */
export type OriginMistake =
  | 'empty'
  | 'list'
  | 'wildcard-inside'
  | 'no-scheme'
  | 'trailing-slash'
  | 'path'
  | 'upper-case'
  | 'default-port'
  | 'no-origin';

/** A host without a scheme, with or without a port. A name without dots counts only with a port, except `localhost`. */
const HOST_WITHOUT_SCHEME = /^(?:localhost|[\w-]+(?:\.[\w-]+)+|[\w-]+(?=:\d))(?::\d+)?\/?$/;

/**
 * Returns why `value` matches no origin, although it may be meant to. Null if it is an origin, `null`, or `*`.
 * @see https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
 */
export function originMistake(value: string): OriginMistake | null {
  if (value === '') return 'empty';
  if (value === '*' || value === 'null') return null;
  if (/[\s,;]/.test(value)) return 'list';
  if (value.includes('*')) return 'wildcard-inside';
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(value);
  if (match === null) return HOST_WITHOUT_SCHEME.test(value) ? 'no-scheme' : 'no-origin';
  const [, scheme = '', host = '', rest = ''] = match;
  if (rest === '/') return 'trailing-slash';
  if (rest !== '') return 'path';
  if (scheme !== scheme.toLowerCase() || host !== host.toLowerCase()) return 'upper-case';
  if (!/^https?$/.test(scheme)) return null;
  const url = URL.parse(value);
  if (url === null) return 'no-origin';
  if (url.origin === value) return null;
  return /:\d+$/.test(host) && url.port === '' ? 'default-port' : 'no-origin';
}
