/**
 * A header list: names and values in the order they were sent, duplicates kept.
 * @see https://fetch.spec.whatwg.org/#concept-header-list
 */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/**
 * "Get a header": all values of `name` joined with a comma and a space, or null when it is absent.
 * @see https://fetch.spec.whatwg.org/#concept-header-list-get
 */
export function getHeader(list: HeaderList, name: string): string | null {
  let joined: string | null = null;
  for (const [headerName, value] of list) {
    if (!isSameName(headerName, name)) continue;
    const trimmed = trimHttpWhitespace(value);
    joined = joined === null ? trimmed : `${joined}, ${trimmed}`;
  }
  return joined;
}

/** The cheapest first: this runs for every header of every exchange. */
function isSameName(one: string, other: string): boolean {
  return one === other || (one.length === other.length && one.toLowerCase() === other.toLowerCase());
}

/** The list with all headers of `name` replaced by a single one, put at the end. */
export function setHeader(list: HeaderList, name: string, value: string): HeaderList {
  return [...list.filter(([headerName]) => !isSameName(headerName, name)), [name, value]];
}

/** Strips leading and trailing HTTP tab or space. Linear, so that a 256 KB value of blanks costs nothing. */
export function trimHttpWhitespace(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && isTabOrSpace(value.charCodeAt(start))) start++;
  while (end > start && isTabOrSpace(value.charCodeAt(end - 1))) end--;
  return value.slice(start, end);
}

function isTabOrSpace(code: number): boolean {
  return code === 0x09 || code === 0x20;
}

/**
 * "Extract header list values" for a header whose grammar is `#token`, as ACAM's, ACAH's and ACEH's are.
 * Empty elements are allowed; an absent header is an empty list.
 * @returns the tokens as sent, or null when one element is not a token ("failure" in the standard)
 * @see https://fetch.spec.whatwg.org/#extract-header-list-values
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1
 */
export function extractTokens(list: HeaderList, name: string): readonly string[] | null {
  const value = getHeader(list, name);
  if (value === null) return [];
  // One look at the whole for what is no part of any list, instead of one at each of its elements.
  if (!TOKENS_COMMAS_AND_BLANKS.test(value)) return null;
  const elements = value.split(',');
  if (!/[\t ]/.test(value)) return elements.filter((element) => element !== '');
  const tokens = elements.map(trimHttpWhitespace).filter((element) => element !== '');
  return tokens.every(isToken) ? tokens : null;
}

/** The elements of a comma-separated header that are tokens, the others dropped: what a broken list was meant to say. */
export function salvageTokens(list: HeaderList, name: string): readonly string[] {
  const elements = (getHeader(list, name) ?? '').split(',').map(trimHttpWhitespace);
  return elements.filter(isToken);
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const TOKENS_COMMAS_AND_BLANKS = /^[!#$%&'*+\-.^_`|~0-9A-Za-z,\t ]*$/;

/** @see https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}
