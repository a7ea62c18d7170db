/**
 * Whether a URL matches a source list. Nonces, hashes and other keywords match no URL.
 * @param sources what follows a directive's name, such as `'self' https://*.example.com`
 * @param self the origin of the page that the policy is of
 * @see https://w3c.github.io/webappsec-csp/#match-url-to-source-list
 */
export function matchesSourceList(url: URL, sources: string, self: URL): boolean {
  return sources.split(/\s+/).some((source) => matchesSource(url, source, self));
}

/** @see https://w3c.github.io/webappsec-csp/#match-url-to-source-expression */
function matchesSource(url: URL, source: string, self: URL): boolean {
  if (source === '*') return isNetwork(url.protocol) || url.protocol === self.protocol;
  if (/^'self'$/i.test(source)) return isOwn(url, self);
  if (source === '' || source.startsWith("'")) return false;
  const scheme = /^([a-z][a-z0-9+.-]*:)$/i.exec(source)?.[1];
  if (scheme !== undefined) return matchesScheme(scheme, url.protocol);
  const parts = HOST_SOURCE.exec(source)?.groups;
  if (parts === undefined) return false;
  const { scheme: named = self.protocol, host = '', port = '', path = '' } = parts;
  return (
    matchesScheme(named, url.protocol) &&
    matchesHost(host, url.hostname) &&
    matchesPort(port, named, url) &&
    matchesPath(path, url.pathname)
  );
}

/** @see https://w3c.github.io/webappsec-csp/#grammardef-host-source */
const HOST_SOURCE =
  /^(?:(?<scheme>[a-z][a-z0-9+.-]*:)\/\/)?(?<host>\[[0-9a-f:.]+\]|[^:/?#[\]]+)(?::(?<port>\d+|\*))?(?<path>\/[^?#]*)?$/i;

const DEFAULT_PORTS: Readonly<Record<string, string>> = {
  'http:': '80',
  'https:': '443',
  'ws:': '80',
  'wss:': '443',
};

function isNetwork(protocol: string): boolean {
  return protocol in DEFAULT_PORTS;
}

function isOwn(url: URL, self: URL): boolean {
  if (url.origin === self.origin) return true;
  const isDefault = (one: URL) => one.port === '';
  const samePort = url.port === self.port || (isDefault(url) && isDefault(self));
  return url.hostname === self.hostname && samePort && matchesScheme(self.protocol, url.protocol);
}

/**
 * A page over https is never less safe than what it named over http.
 * @see https://w3c.github.io/webappsec-csp/#match-schemes
 */
function matchesScheme(named: string, protocol: string): boolean {
  const wanted = named.toLowerCase();
  const others: Readonly<Record<string, readonly string[]>> = {
    'http:': ['https:', 'ws:', 'wss:'],
    'https:': ['wss:'],
    'ws:': ['wss:', 'http:', 'https:'],
    'wss:': ['https:'],
  };
  return wanted === protocol || (others[wanted] ?? []).includes(protocol);
}

/** @see https://w3c.github.io/webappsec-csp/#match-hosts */
function matchesHost(named: string, host: string): boolean {
  const pattern = named.toLowerCase();
  if (pattern === '*') return true;
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : pattern === host;
}

/** @see https://w3c.github.io/webappsec-csp/#match-ports */
function matchesPort(named: string, scheme: string, url: URL): boolean {
  if (named === '*') return true;
  const port = url.port === '' ? DEFAULT_PORTS[url.protocol] : url.port;
  if (named === '') return port === DEFAULT_PORTS[url.protocol];
  // What is named on port 80 is allowed over TLS, too.
  return named === port || (named === '80' && port === '443' && scheme.toLowerCase() !== url.protocol);
}

/** @see https://w3c.github.io/webappsec-csp/#match-paths */
function matchesPath(named: string, path: string): boolean {
  if (named === '' || named === '/') return true;
  const decoded = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  return named.endsWith('/') ? decoded(path).startsWith(decoded(named)) : decoded(path) === decoded(named);
}
