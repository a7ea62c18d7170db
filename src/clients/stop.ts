import type { RecipeStep } from '../stacks/index.ts';
import type { Client } from './client.ts';

/** How a library is kept from adding its headers. Everything in it was run against the library itself. */
export interface Stop {
  readonly client: Client;
  /** The setting, as the library's documentation writes it. */
  readonly setting: string;
  /** The documentation of that setting, or of the headers. */
  readonly docs: string;
  /** The header names that the library can't do without, as `Client` writes lists. They were seen to be needed. */
  readonly needed?: string;
  /** Domains whose servers alone need these names. Left out where all do. */
  readonly neededBy?: string;
  /** The header names that the steps keep from being sent; left out where that is all. */
  readonly stops?: string;
  /** Writes the code that keeps the library from adding `names` to calls of `host`, which may hold a port. */
  readonly steps: (names: readonly string[], host: string) => readonly RecipeStep[];
}
