import type { HeldBackBy } from './held-back-by.ts';
import type { Override } from './override.ts';
import { isSeparable } from './separable.ts';
import type { Occupants } from './tab-documents.ts';

/**
 * Who keeps an override from having any rules: a document in its tab that these can't tell from the page's.
 * @returns null where nobody does
 */
export function heldBackBy(
  override: Pick<Override, 'pageOrigin'>,
  { origins, mayHideOthers }: Occupants,
): HeldBackBy | null {
  return byOneOf(
    origins.filter((origin) => !isSeparable(override, origin)),
    mayHideOthers,
  );
}

/**
 * Who keeps an override from letting opaque origins through: any document in its tab that isn't the page's, since
 * whatever is in it could look the same.
 * @returns null where nobody does
 */
export function opaqueHeldBackBy(
  { pageOrigin }: Pick<Override, 'pageOrigin'>,
  { origins, mayHideOthers }: Occupants,
): HeldBackBy | null {
  return byOneOf(
    origins.filter((origin) => origin !== pageOrigin),
    mayHideOthers,
  );
}

function byOneOf([origin]: readonly string[], mayHideOthers: boolean): HeldBackBy | null {
  if (origin !== undefined) return { type: 'origin', origin };
  return mayHideOthers ? { type: 'unseen' } : null;
}
