/** Documents that all rules which change headers leave alone, with all that is in them. */
export interface ExemptDocuments {
  /** A regular expression for their URLs, in RE2's syntax. */
  readonly url: string;
  /** Hosts that are not meant all the same, with the names under them. */
  readonly exceptHosts: readonly string[];
}

/**
 * Which documents are exempt: those of other origins than the pages that overrides are for, where rules can't tell the
 * two apart (`isSeparable`). Header rules see a page's host and not its port, take a dot at its end for nothing, and
 * `localhost` also stands for the names under it; but a document's own request has a URL, and by that it can be told. So
 * can a document made of a blob, by the URL that the blob is from.
 *
 * Each expression is small, since Chrome refuses one that takes more than 2 KB: for each host, one for each scheme without
 * a port, one for each digit at which a port may turn away from those of the pages, one for the host with a dot at its
 * end, and one for the names under it.
 * @param pageOrigins serialized; none has a dot at the end of its host
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
    // These have expressions of their own. A blob's URL has no host that could be left out.
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
 * @param ports of the pages that are not meant; empty for the scheme's own
 * @returns expressions for any other port with its colon, or for none at all
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
