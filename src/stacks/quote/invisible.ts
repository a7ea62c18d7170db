/**
 * Characters that are invisible, or that change how others are shown: controls, line and paragraph separators, and
 * formats such as a right-to-left override.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Replaces invisible characters in a text. @param written how the language writes a character by its code point */
export function replaceInvisible(text: string, written: (codePoint: number) => string): string {
  return text.replaceAll(INVISIBLE, (character) => written(character.codePointAt(0) ?? 0));
}
