/** What was typed as further origins, read. */
export interface AlsoAllow {
  readonly origins: readonly string[];
  /** What is no origin that a browser sends: one with a path, without a scheme, with a wildcard. */
  readonly wrong: readonly string[];
}

/** Reads origins that are parted by spaces, commas or lines. A slash at the end is forgiven. */
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
