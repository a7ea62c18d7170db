import { registrableDomain } from './public-suffixes.ts';

/** Two allowed origins, both of which pass if the server compares only a part of the origin. */
export interface PartialMatch {
  /** The part that the server seems to compare. `dots`: the dots of a regular expression, which match any character. */
  readonly part: 'beginning' | 'end' | 'dots';
  readonly meant: string;
  readonly taken: string;
}

/**
 * Returns whether `taken` looks like an origin that passes only because the server compares a part of `meant`. Names
 * under one domain don't count, nor does one name under several (`example.com`, `example.com.au`): they are often on
 * one list. Addresses don't count either.
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
