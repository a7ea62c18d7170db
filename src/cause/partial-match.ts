/** Two allowed origins that a comparison of a part only would allow both. */
export interface PartialMatch {
  /** What alone seems to be compared; `dots`: dots that a regular expression lets stand for any character. */
  readonly part: 'beginning' | 'end' | 'dots';
  readonly meant: string;
  readonly taken: string;
}

/**
 * Whether `taken` looks like an origin that is let in only because a part of `meant` is compared. Names under one
 * domain, which often are on one list, are not taken for that, nor are addresses.
 * @param meant serialized origins, both
 */
export function partialMatch(meant: string, taken: string): PartialMatch | null {
  const [host = '', other = ''] = [meant, taken].map((origin) => URL.parse(origin)?.hostname);
  if (host === '' || other === '' || host === other || /^[\d.]+$|^\[/.test(other)) return null;
  if (differsInDotsOnly(host, other)) return { part: 'dots', meant, taken };
  if (domainOf(host) === domainOf(other)) return null;
  if (other.endsWith(host) && !other.endsWith(`.${host}`)) return { part: 'end', meant, taken };
  if (other.startsWith(host)) return { part: 'beginning', meant, taken };
  return null;
}

function differsInDotsOnly(host: string, other: string): boolean {
  return (
    host.length === other.length &&
    [...host].every((character, index) => {
      return character === '.' || character === other[index];
    })
  );
}

/** The last two labels: who runs `a.example.com` runs `b.example.com`, most of the time. */
function domainOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}
