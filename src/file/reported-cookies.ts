import type { SetCookie } from '../cors/index.ts';
import { redactHeaderList } from '../privacy/index.ts';
import { record, text, withoutControls } from './read-entry.ts';

/** More kinds of cookies no host sets. */
const MAX_COOKIES = 100;
const MAX_ORIGIN_CHARS = 300;

/** Reads the cookies that a reported call's server was seen to set; none where the report tells of none. */
export function cookiesSetOf(value: unknown): readonly SetCookie[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MAX_COOKIES).map((one: unknown) => {
    const { attributes, origin } = record(one);
    return {
      attributes: attributesIn(text(attributes)),
      origin: withoutControls(text(origin)).slice(0, MAX_ORIGIN_CHARS),
    };
  });
}

/** Whoever wrote the report may have put a whole cookie there. */
function attributesIn(text: string): string {
  const [, kept = ''] = redactHeaderList([['Set-Cookie', `;${text}`]])[0] ?? [];
  return kept.split('; ').slice(1).join('; ');
}
