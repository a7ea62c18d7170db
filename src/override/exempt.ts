/**
 * Which documents are to be left alone by all rules that change headers, with all that is in them: those on the hosts of
 * the pages that overrides are for, but of other origins. Header rules see a page's host and not its port, take a dot at
 * its end for nothing, and `localhost` also stands for the names under it; but a document's own request has a URL, and by
 * that it can be told. So can a document made of a blob, by the URL that the blob is from.
 *
 * Each expression is small, since Chrome refuses one that takes more than 2 KB: for each scheme and host, one for
 * documents without a port, and one for each digit at which a port may turn away from those of the pages.
 * @param pageOrigins serialized
 * @returns regular expressions for the documents' URLs, in RE2's syntax
 */
export function exemptDocuments(pageOrigins: readonly string[]): readonly string[] {
  const pages = [...new Set(pageOrigins)].sort().map((origin) => new URL(origin));
  const hostnames = [...new Set(pages.map(({ hostname }) => hostname))];
  return hostnames.flatMap((hostname) => {
    const host = `${hostname.replace(/\.$/, '').replaceAll(/[.[\]]/g, '\\$&')}\\.?`;
    const ofHost = ['http', 'https'].flatMap((scheme) => {
      const ports = pages
        .filter((page) => page.hostname === hostname && page.protocol === `${scheme}:`)
        .map(({ port }) => port);
      return otherPorts(ports).map((port) => `${START}${scheme}://${USERINFO}${host}${port}/`);
    });
    // Where a name under the host has an override of its own, no expression says "the others".
    const isParent = hostnames.some((other) => other.endsWith(`.${hostname}`));
    const below = `${START}https?://${USERINFO}[^/?#@:]+\\.${host}[:/]`;
    return isParent ? ofHost : [...ofHost, below];
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
