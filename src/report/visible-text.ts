/** Characters that are not seen but change how others are shown: controls, and formats such as a right-to-left override. */
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text from the network as it may be shown: what can't be seen is written out. */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** The same, cut where it is longer than a sentence bears. The raw headers have it whole. */
export function clippedText(text: string, length: number): string {
  const visible = visibleText(text.slice(0, length));
  return text.length > length ? `${visible}…` : visible;
}
