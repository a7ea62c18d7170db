/**
 * Which documents are to be left alone by all rules that change headers, with all that is in them: those on the hosts of
 * the pages that overrides are for, but of other origins. Header rules see a page's host and not its port, and
 * `localhost` also stands for the names under it; but a document's own request has a URL, and by that it can be told.
 * @param pageOrigins serialized
 * @returns regular expressions for the documents' URLs, in RE2's syntax
 */
export function exemptDocuments(pageOrigins: readonly string[]): readonly string[] {
  const pages = [...new Set(pageOrigins)].sort().map((origin) => new URL(origin));
  const hostnames = [...new Set(pages.map(({ hostname }) => hostname))];
  return hostnames.flatMap((hostname) => {
    const host = `${USERINFO}${hostname.replaceAll(/[.[\]]/g, '\\$&')}`;
    const ofHost = ['http', 'https'].map((scheme) => {
      const ports = pages.filter((page) => page.hostname === hostname && page.protocol === `${scheme}:`);
      return otherPorts(
        `^${scheme}://${host}`,
        ports.map(({ port }) => port),
      );
    });
    // Where a name under the host has an override of its own, no expression says "the others".
    const isParent = hostnames.some((other) => other.endsWith(`.${hostname}`));
    const below = `^https?://${USERINFO}[^/?#@:]+\\.${hostname.replaceAll(/[.[\]]/g, '\\$&')}[:/]`;
    return isParent ? ofHost : [...ofHost, below];
  });
}

const USERINFO = '(?:[^/?#@]*@)?';

/** @param ports of the pages that are not meant; empty for the scheme's own */
function otherPorts(start: string, ports: readonly string[]): string {
  const explicit = ports.filter((port) => port !== '');
  const others = explicit.length === 0 ? ':' : `:${otherDigits(explicit, false)}/`;
  return ports.includes('') ? `${start}${others}` : `${start}(?:/|${others})`;
}

/** What matches digits that aren't one of `numbers`; none at all only if `orNone`. */
function otherDigits(numbers: readonly string[], orNone: boolean): string {
  const all = [...'0123456789'];
  const taken = all.filter((digit) => numbers.some((number) => number.startsWith(digit)));
  const free = all.filter((digit) => !taken.includes(digit)).join('');
  const options = taken.map((digit) => {
    const rest = numbers.filter((number) => number.startsWith(digit)).map((number) => number.slice(1));
    return `${digit}${otherDigits(rest, !rest.includes(''))}`;
  });
  return `(?:${[...(free === '' ? [] : [`[${free}]\\d*`]), ...options].join('|')})${orNone ? '?' : ''}`;
}
