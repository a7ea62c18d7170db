/** The further origins that the user typed, parsed. */
export interface AlsoAllow {
  readonly origins: readonly string[];
  /** The parts that no browser sends as an origin: with a path, without a scheme, with a wildcard. */
  readonly wrong: readonly string[];
}

/** Parses origins that are separated by spaces, commas or line breaks. It accepts a slash at the end. */
export function parseAlsoAllow(text: string): AlsoAllow {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '');
  const read = parts.map((part) => ({ part, origin: originIn(part) }));
  return {
    origins: [...new Set(read.flatMap(({ origin }) => origin ?? []))],
    wrong: read.filter(({ origin }) => origin === null).map(({ part }) => part),
  };
}

function originIn(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  return url.host.includes('*') || url.href !== `${url.origin}/` ? null : url.origin;
}
