import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  endOfString,
  endsInBackslash,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  SPACE,
} from './json-marks.ts';

/** Characters of one string in a file. Longer ones are bodies, which nothing reads: they are left out. */
const MAX_STRING_CHARS = 1_000_000;
/** Characters of a file beside its elements. A file with more is none of those that are read. */
const MAX_REST_CHARS = 20_000_000;

/** An array whose elements are scanned: the name of its member, and how many brackets are open around it. */
export interface ScannedArray {
  readonly name: string;
  readonly depth: number;
}

/** What a file holds beside its scanned elements. */
export interface Rest {
  /** JSON, with the scanned arrays empty. Of a file that ends in the middle, the open brackets are closed. */
  readonly json: string;
  /** False if the file ends in the middle. */
  readonly isWhole: boolean;
}

/**
 * Takes a JSON document apart into the elements of an array, without parsing it: each element is handed over as JSON.
 * Text comes in pieces of any length, so that neither a large file nor one that ends in the middle is a matter of its
 * own. Brackets and strings alone are looked at: whether an element is JSON is for `JSON.parse` to say.
 */
export class ElementScanner {
  readonly #arrays: readonly ScannedArray[];
  readonly #onElement: (json: string, array: string) => void;
  /** The text before the piece at hand: of the element that is under way, or of the rest. */
  #kept: string[] = [];
  #rest = '';
  /** The brackets that are open outside of elements. */
  #open: string[] = [];
  /** The brackets that are open inside of an element. */
  #depth = 0;
  #place: 'rest' | 'between' | 'element' = 'rest';
  /** The string that is under way; null outside of strings. */
  #string: { parts: string[]; length: number } | null = null;
  #isEscaped = false;
  #lastString = '';
  #key = '';
  #isEmpty = true;

  /**
   * @param arrays the arrays whose elements are handed over; all others belong to the rest
   * @param onElement is also told the name of the element's array
   */
  constructor(arrays: readonly ScannedArray[], onElement: (json: string, array: string) => void) {
    this.#arrays = arrays;
    this.#onElement = onElement;
  }

  /**
   * Takes in the next piece.
   * @returns false if the file can't be one of those that are read; no more pieces are needed then
   */
  push(text: string): boolean {
    let at = 0;
    /** Where the text begins that isn't kept yet. */
    let from = 0;
    if (this.#isEmpty) {
      const first = text.search(/\S/);
      if (first < 0) return true;
      if (text[first] !== '{') return false;
      this.#isEmpty = false;
      at = from = first;
    }
    while (at < text.length) {
      if (this.#string !== null) {
        const end = this.#endOfString(text, at);
        if (end < 0) {
          this.#keepString(text.slice(at));
          return true;
        }
        this.#keepString(text.slice(at, end));
        this.#closeString();
        at = from = end;
        continue;
      }
      if (this.#place === 'element') {
        at = this.#skip(text, at);
        if (at === text.length) break;
      }
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        if (this.#place === 'between') this.#place = 'element';
        this.#kept.push(text.slice(from, at + 1));
        this.#string = { parts: [], length: 0 };
        at++;
        from = at;
      } else {
        from = this.#takeMark(code, text, at, from);
        at++;
      }
    }
    this.#kept.push(text.slice(from));
    if (this.#place === 'rest') this.#flushRest();
    return this.#rest.length <= MAX_REST_CHARS;
  }

  /** Ends the file. An element that is under way is lost. */
  end(): Rest {
    if (this.#place === 'rest' && this.#string === null) this.#flushRest();
    const isWhole = !this.#isEmpty && this.#open.length === 0;
    const closing = this.#open.toReversed().map((bracket) => (bracket === '{' ? '}' : ']'));
    return { json: this.#rest + closing.join(''), isWhole };
  }

  /**
   * Skips what decides nothing in an element, which is nearly all of a file: it has to be quick. Counts brackets on the
   * way, up to the one that ends the element.
   * @returns where the element may end, or a string begins that ends in a later piece
   */
  #skip(text: string, start: number): number {
    let depth = this.#depth;
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        const end = endOfString(text, at + 1);
        if (end < 0) break;
        at = end - 1;
      } else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
      else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
        if (depth <= 1) break;
        depth--;
      } else if (code === COMMA && depth === 0) break;
    }
    this.#depth = depth;
    return at;
  }

  /** Takes in one character outside of strings. @returns where the text begins that isn't kept yet */
  #takeMark(code: number, text: string, at: number, from: number): number {
    switch (this.#place) {
      case 'element':
        return this.#inElement(code, text, at, from);
      case 'between':
        if (code === CLOSE_BRACKET) {
          this.#place = 'rest';
          this.#open.pop();
          return at;
        }
        if (code === COMMA || code <= SPACE) return at + 1;
        this.#place = 'element';
        return this.#inElement(code, text, at, at);
      case 'rest':
        return this.#inRest(code, text, at, from);
    }
  }

  #inElement(code: number, text: string, at: number, from: number): number {
    if (code === OPEN_BRACE || code === OPEN_BRACKET) this.#depth++;
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      // The end of the array itself, behind an element without brackets.
      if (this.#depth === 0) {
        this.#emit(text.slice(from, at));
        return this.#takeMark(code, text, at, at);
      }
      this.#depth--;
      if (this.#depth > 0) return from;
      this.#emit(text.slice(from, at + 1));
      return at + 1;
    } else if (code === COMMA && this.#depth === 0) {
      this.#emit(text.slice(from, at));
      return at + 1;
    }
    return from;
  }

  #inRest(code: number, text: string, at: number, from: number): number {
    switch (code) {
      case COLON:
        this.#key = this.#lastString;
        return from;
      case OPEN_BRACE:
        this.#open.push('{');
        return from;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        this.#open.pop();
        return from;
      case OPEN_BRACKET: {
        const depth = this.#open.push('[') - 1;
        if (!this.#arrays.some((array) => array.name === this.#key && array.depth === depth)) return from;
        this.#kept.push(text.slice(from, at + 1));
        this.#flushRest();
        this.#place = 'between';
        return at + 1;
      }
    }
    return from;
  }

  #emit(end: string): void {
    const json = this.#kept.join('') + end;
    this.#kept = [];
    this.#place = 'between';
    this.#onElement(json, this.#key);
  }

  #flushRest(): void {
    if (this.#rest.length <= MAX_REST_CHARS) this.#rest += this.#kept.join('');
    this.#kept = [];
  }

  #keepString(part: string): void {
    if (this.#string === null) return;
    this.#string.length += part.length;
    if (this.#string.length > MAX_STRING_CHARS) this.#string.parts = [];
    else this.#string.parts.push(part);
  }

  /** Keeps the string that has ended. Its closing mark is still to be kept. */
  #closeString(): void {
    const { parts, length } = this.#string ?? { parts: [], length: 0 };
    const text = length > MAX_STRING_CHARS ? '"' : parts.join('');
    this.#string = null;
    this.#kept.push(text);
    if (this.#place === 'rest') this.#lastString = text.slice(0, -1);
  }

  /** Finds the end of the string that is under way. @returns -1 if it goes on in the next piece */
  #endOfString(text: string, start: number): number {
    const from = this.#isEscaped ? start + 1 : start;
    const end = endOfString(text, from);
    this.#isEscaped = end < 0 && endsInBackslash(text, from, text.length);
    return end;
  }
}
