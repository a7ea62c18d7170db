/** The text with its percent-encoded bytes decoded once. What isn't encoded properly stays as it is: `%zz`. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray % is legal in a query, and so are bytes that aren't UTF-8: then ASCII is decoded, and the rest stays.
    return text.replaceAll(/%([0-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}
