/**
 * Whether `origin` is the serialized http(s) origin of this machine: `localhost`, a name under it, `127.0.0.1` or
 * `[::1]`, the hosts that the extension may always see. The rest of 127.0.0.0/8 is loopback, too, but not granted.
 * Anything that is not exactly a serialized origin (a path, userinfo, another spelling) is not.
 * @see https://w3c.github.io/webappsec-secure-contexts/#potentially-trustworthy-origin
 */
export function isLoopbackOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (url.origin !== origin || (url.protocol !== 'http:' && url.protocol !== 'https:')) return false;
  const { hostname } = url;
  return /^([^.]+\.)*localhost$/.test(hostname) || hostname === '127.0.0.1' || hostname === '[::1]';
}
