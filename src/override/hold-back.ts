import type { Override } from './override.ts';
import { isSeparable } from './separable.ts';
import type { Occupants } from './tab-documents.ts';

/** What stands for a document that nobody has seen. */
export const UNSEEN = 'null';

/**
 * Who keeps an override from having any rules: a document in its tab that these can't tell from the page's.
 * @returns its origin, `UNSEEN` where there may be one, or null
 */
export function heldBackBy(
  override: Pick<Override, 'pageOrigin'>,
  { origins, mayHideOthers }: Occupants,
): string | null {
  return origins.find((origin) => !isSeparable(override, origin)) ?? (mayHideOthers ? UNSEEN : null);
}

/**
 * Who keeps an override from letting opaque origins through: any document in its tab that isn't the page's, since
 * whatever is in it could look the same.
 * @returns as above
 */
export function opaqueHeldBackBy(
  { pageOrigin }: Pick<Override, 'pageOrigin'>,
  { origins, mayHideOthers }: Occupants,
): string | null {
  return origins.find((origin) => origin !== pageOrigin) ?? (mayHideOthers ? UNSEEN : null);
}
