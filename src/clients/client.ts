import type { Family } from './family.ts';

/**
 * A library that adds request headers of its own to a page's calls.
 * Header names are lower-cased and stand between spaces; `*` at the end of one stands for any rest.
 */
export interface Client {
  /** The library's name as its makers write it. */
  readonly name: string;
  /** The header names that tell of the library. Other libraries may add the same ones: then the call is looked at. */
  readonly headers: string;
  /** Header names that it adds too, and that tell of nobody: pages and many libraries send them. */
  readonly beside?: string;
  /** Header names of which one is on each of its calls: a call without any is another's. */
  readonly always?: string;
  /** Header names that are on none of its calls. */
  readonly without?: string;
  /** What the libraries that share its headers are called together. */
  readonly family?: Family;
  /** The domains that it is made for, between spaces. Left out where it calls any server. */
  readonly hosts?: string;
  /** Whether people point it at servers that other libraries are made for. */
  readonly callsOthers?: true;
  /** Whether it is named first among those that add the same: most pages that do so use it. */
  readonly widelyUsed?: true;
  /** The npm package, as it stands in the URL of a script. */
  readonly script?: string;
  /** The header names that most calls of the library carry. Overrides allow these names from the start. */
  readonly commonNames?: readonly string[];
  /** Whether the library's calls include credentials. Left out where that isn't known, or depends on the page's code. */
  readonly credentials?: 'included' | 'omitted';
}
