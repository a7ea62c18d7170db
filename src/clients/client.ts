import type { RecipeStep } from '../stacks/index.ts';

/** A library that adds request headers of its own to a page's calls. */
export interface Client {
  /** The library's name as its makers write it. */
  readonly name: string;
  /** Matches every header name that the library adds, lower-cased. */
  readonly headers: RegExp;
  /** Matches a header name that the library always adds. Needed where other libraries share `headers`. */
  readonly mark?: RegExp;
  /** The header names that most calls of the library carry. Overrides allow these names from the start. */
  readonly commonNames?: readonly string[];
  /** Whether the library's calls include credentials. `null` where that isn't known, or depends on the page's code. */
  readonly credentials: 'included' | 'omitted' | null;
  /** The setting that keeps the library from adding its headers. `null` where calls fail without these headers. */
  readonly setting: string | null;
  /** The documentation of that setting, or of the headers where there is no setting. */
  readonly docs: string;
  /**
   * Writes the code that keeps the library from adding `names` to calls of `host`, which may hold a port.
   * Left out where no such code is known. Returns no steps where calls fail without these names.
   */
  readonly stopSending?: (names: readonly string[], host: string) => readonly RecipeStep[];
}
