/** The number of texts that are remembered: far more than the origins and resource types of one page. */
const MAX_TEXTS = 200;

const texts = new Map<string, string>();

/**
 * Returns the same string object for equal texts. Every stored exchange is parsed from a text of its own, so thousands
 * of them would hold thousands of copies of their page's origin.
 */
export function sharedText(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (texts.size >= MAX_TEXTS) texts.clear();
  texts.set(text, text);
  return text;
}
