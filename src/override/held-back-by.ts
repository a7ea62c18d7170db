/** Why an override, or a part of it, has no rules: a document of this origin, or possibly a document that nobody has seen. */
export type HeldBackBy = { readonly type: 'origin'; readonly origin: string } | { readonly type: 'unseen' };

/** True if both name the same reason. */
export function isSameHeldBackBy(one: HeldBackBy | null, other: HeldBackBy | null): boolean {
  if (one?.type === 'origin') return other?.type === 'origin' && one.origin === other.origin;
  return one?.type === other?.type;
}
