/** The characters that JSON is taken apart at. */
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;
export const OPEN_BRACKET = 0x5b;
export const CLOSE_BRACKET = 0x5d;
export const SPACE = 0x20;
const BACKSLASH = 0x5c;

/** Finds the end of a JSON string, behind its closing mark. @returns -1 if the text ends before */
export function endOfString(text: string, start: number): number {
  for (let from = start; ; ) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return -1;
    if (text.charCodeAt(quote - 1) !== BACKSLASH || !endsInBackslash(text, from, quote)) return quote + 1;
    from = quote + 1;
  }
}

/** True if the part of a string ends in a backslash that escapes what comes next. */
export function endsInBackslash(text: string, from: number, end: number): boolean {
  let at = end;
  while (at > from && text.charCodeAt(at - 1) === BACKSLASH) at--;
  return (end - at) % 2 === 1;
}
