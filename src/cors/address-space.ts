/** How private the network is that a host is in, as far as its name tells. */
export type AddressSpace = 'loopback' | 'local';

/** Addresses of local networks: RFC 1918, RFC 6598, RFC 3927, RFC 4193 and RFC 4291. */
const LOCAL_ADDRESS =
  /^(?:10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)\d+(?:\.\d+)*$|^\[f(?:[cd][\da-f]{2}|e[89ab][\da-f]):/;
/** Names that only local networks have: RFC 6762, RFC 8375, `internal` (ICANN 2024), and those without a dot. */
const LOCAL_NAME = /\.(?:local|lan|internal|home\.arpa)$|^[^.[\]]+$/;

/**
 * Returns the address space of a URL's host, for which Chrome has a permission each. Null if the name doesn't tell it.
 * @see https://wicg.github.io/local-network-access/#ip-address-space-heading
 */
export function addressSpaceOf(url: string): AddressSpace | null {
  const hostname = URL.parse(url)?.hostname ?? '';
  if (/^(?:.+\.)?localhost$|^127\.\d+\.\d+\.\d+$|^\[::1\]$/.test(hostname)) return 'loopback';
  return LOCAL_ADDRESS.test(hostname) || LOCAL_NAME.test(hostname) ? 'local' : null;
}
