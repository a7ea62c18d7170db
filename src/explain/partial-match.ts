import { registrableDomain } from './public-suffixes.ts';

/** Two allowed origins that a comparison of a part only would allow both. */
export interface PartialMatch {
  /** What alone seems to be compared; `dots`: dots that a regular expression lets stand for any character. */
  readonly part: 'beginning' | 'end' | 'dots';
  readonly meant: string;
  readonly taken: string;
}

/**
 * Whether `taken` looks like an origin that is let in only because a part of `meant` is compared. Names under one
 * domain, and one name under several (`example.com`, `example.com.au`), which often are on one list, are not taken for
 * that, nor are addresses.
 * @param meant serialized origins, both
 */
export function partialMatch(meant: string, taken: string): PartialMatch | null {
  const [host = '', other = ''] = [meant, taken].map((origin) => URL.parse(origin)?.hostname);
  if (host === '' || other === '' || host === other || /^[\d.]+$|^\[/.test(other)) return null;
  if (differsInDotsOnly(host, other)) return { part: 'dots', meant, taken };
  const [domain, otherDomain] = [registrableDomain(host), registrableDomain(other)];
  if (domain === otherDomain) return null;
  if (other.endsWith(host) && !other.endsWith(`.${host}`)) return { part: 'end', meant, taken };
  const oneName = domain.split('.')[0] === otherDomain.split('.')[0];
  if (other.startsWith(host) && !oneName) return { part: 'beginning', meant, taken };
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
