/** Invisible characters that change how others are shown: controls, and formats such as a right-to-left override. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Makes text from the network safe to show: invisible characters are written out. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** Does the same, and cuts the text to the length that a sentence bears. The raw headers show it whole. */
export function clippedText(text: string, length: number): string {
  const visible = visibleText(text.slice(0, length));
  return text.length > length ? `${visible}…` : visible;
}
