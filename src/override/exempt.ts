/** Documents whose requests no header rule may touch, frames and subresources included. */
export interface ExemptDocuments {
  /** A regular expression in RE2 syntax that matches the documents' URLs. */
  readonly url: string;
  /** Hosts that are not exempt although the expression matches; their subdomains aren't either. */
  readonly exceptHosts: readonly string[];
}

/**
 * Lists the documents that must be exempt: documents of other origins that header rules can't tell from the pages of
 * overrides (`isDistinguishable`). Header rules compare hosts alone. They ignore the port and a dot at the end, and
 * `localhost` also matches its subdomains. A document's own request has a full URL, and a `blob:` document's URL names
 * the origin that made it, so a rule can exempt the document by its URL.
 *
 * Chrome refuses expressions that compile to more than 2 KB. So there are many small ones for each host: one for each
 * scheme without a port, one for each digit where a port differs from those of the pages, one for the host with a dot at
 * the end, and one for its subdomains.
 * @param pageOrigins serialized origins; no host ends with a dot
 */
export function exemptDocuments(pageOrigins: readonly string[]): readonly ExemptDocuments[] {
  const pages = [...new Set(pageOrigins)].sort().map((origin) => new URL(origin));
  const hostnames = [...new Set(pages.map(({ hostname }) => hostname))];
  return hostnames.flatMap((hostname) => {
    const host = hostname.replaceAll(/[.[\]]/g, '\\$&');
    const ofOtherPorts = ['http', 'https'].flatMap((scheme) => {
      const ports = pages
        .filter((page) => page.hostname === hostname && page.protocol === `${scheme}:`)
        .map(({ port }) => port);
      return otherPorts(ports).map((port) => `${START}${scheme}://${USERINFO}${host}${port}/`);
    });
    const endingWithDot = `${START}https?://${USERINFO}${host}\\.[:/]`;
    // Hosts of other pages have their own expressions. `blob:` URLs have no host that `exceptHosts` could match.
    const exceptHosts = hostnames.filter((other) => other.endsWith(`.${hostname}`));
    const start = exceptHosts.length === 0 ? START : '^';
    const below = `${start}https?://${USERINFO}[^/?#@:]*\\.${host}\\.?[:/]`;
    return [
      ...[...ofOtherPorts, endingWithDot].map((url) => ({ url, exceptHosts: [] })),
      { url: below, exceptHosts },
    ];
  });
}

const START = '^(?:blob:)?';
const USERINFO = '(?:[^/?#@]*@)?';

/**
 * @param ports the pages' ports; an empty string is the scheme's default
 * @returns expressions that match every other port with its colon, or no port
 */
function otherPorts(ports: readonly string[]): readonly string[] {
  const explicit = ports.filter((port) => port !== '');
  const prefixes = new Set(explicit.flatMap((port) => [...port].map((_, end) => port.slice(0, end))));
  const none = ports.includes('') ? [] : [''];
  if (explicit.length === 0) return [...none, ':\\d+'];
  const turningAway = [...prefixes, ...explicit].map((prefix) => {
    const taken = explicit.map((port) => (port.startsWith(prefix) ? port[prefix.length] : undefined));
    const free = [...'0123456789'].filter((digit) => !taken.includes(digit)).join('');
    const isOther = prefix !== '' && !explicit.includes(prefix);
    return free === '' && !isOther
      ? null
      : `:${prefix}${free === '' ? '' : `(?:[${free}]\\d*)${isOther ? '?' : ''}`}`;
  });
  return [...none, ...new Set(turningAway.filter((port) => port !== null))];
}
