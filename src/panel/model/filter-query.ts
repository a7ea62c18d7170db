/** What `is:` takes. */
const KINDS = ['blocked', 'failed', 'not-cors', 'passed', 'overridden', 'pending'] as const;

export type Kind = (typeof KINDS)[number];

/** What a row has to be, or, negated, must not be. Texts are lower-cased. */
export type Term = { readonly negated: boolean } & (
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'is'; readonly kinds: readonly Kind[] }
  | { readonly type: 'method' | 'domain' | 'origin'; readonly text: string }
);

/** What was typed into the filter, read. */
export interface FilterQuery {
  /** All of them have to hold. */
  readonly terms: readonly Term[];
  /** Words after `is:` that are no kind, as typed. They are searched as text. */
  readonly unknown: readonly string[];
}

/** One term: an optional sign and name, then a text, which may be in quotation marks. The closing mark may be missing. */
const WORD = /(?<sign>-?)(?:(?<name>is|method|domain|origin):)?(?:"(?<quoted>[^"]*)"?|(?<plain>\S+))?/giy;

/**
 * Reads a filter: words, quotations, `is:blocked`, `method:POST`, `domain:example.com`, `origin:localhost`, each with
 * `-` in front of it for what is to be left out. A word that is only begun counts as far as it goes, and what is none
 * of these is text: there are no errors.
 */
export function parseFilter(text: string): FilterQuery {
  const terms: Term[] = [];
  const unknown: string[] = [];
  for (const { sign, name, text: value, whole } of words(text)) {
    const negated = sign === '-';
    const kinds = KINDS.filter((kind) => kind.startsWith(value));
    if (value === '') continue;
    if (name === 'is' && kinds.length > 0) terms.push({ type: 'is', kinds, negated });
    else if (name === 'method' || name === 'domain' || name === 'origin') {
      terms.push({ type: name, text: value, negated });
    } else {
      if (name === 'is') unknown.push(whole);
      terms.push({ type: 'text', text: name === 'is' ? whole.toLowerCase() : value, negated });
    }
  }
  return { terms, unknown };
}

interface Word {
  readonly sign: string;
  /** Lower-cased; empty for plain text. */
  readonly name: string;
  /** Lower-cased, without quotation marks. */
  readonly text: string;
  /** As typed, without its sign. */
  readonly whole: string;
}

function words(text: string): readonly Word[] {
  const found: Word[] = [];
  for (let rest = text.trimStart(); rest !== ''; rest = rest.trimStart()) {
    WORD.lastIndex = 0;
    const match = WORD.exec(rest);
    const { sign = '', name = '', quoted, plain = '' } = match?.groups ?? {};
    const whole = match?.[0] || rest.charAt(0);
    found.push({
      sign,
      name: name.toLowerCase(),
      text: (quoted ?? plain).toLowerCase(),
      whole: whole.slice(sign.length),
    });
    rest = rest.slice(whole.length);
  }
  return found;
}
