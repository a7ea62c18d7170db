/** What holds an override, or a part of it, back: a document of this origin, or that there may be one which nobody has seen. */
export type HeldBackBy = { readonly type: 'origin'; readonly origin: string } | { readonly type: 'unseen' };

/** Whether two values say the same. */
export function isSameHeldBackBy(one: HeldBackBy | null, other: HeldBackBy | null): boolean {
  if (one?.type === 'origin') return other?.type === 'origin' && one.origin === other.origin;
  return one?.type === other?.type;
}
