import { isDistinguishable } from './distinguishable.ts';
import type { HeldBackBy } from './held-back-by.ts';
import type { Override } from './override.ts';
import type { Occupants } from './tab-documents.ts';

/**
 * Finds a document in the override's tab that rules can't tell from the page's. While it is there, the override has no
 * rules.
 * @returns null if there is no such document
 */
export function heldBackBy(
  override: Pick<Override, 'pageOrigin'>,
  { origins, mayHideOthers }: Occupants,
): HeldBackBy | null {
  return byOneOf(
    origins.filter((origin) => !isDistinguishable(override, origin)),
    mayHideOthers,
  );
}

/**
 * Finds a document in the override's tab that isn't the page's. While it is there, the override allows no opaque origin,
 * because a frame inside that document could have one as well.
 * @returns null if there is no such document
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
