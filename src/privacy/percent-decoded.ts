/** Decodes a text's percent-encoded bytes once. Leaves `%zz` and other invalid sequences as they are. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // A query may hold a stray % and bytes that aren't UTF-8. Then only ASCII is decoded.
    return text.replaceAll(/%([0-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}
