import { hostOf } from '../cors/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import type { HeldBackBy } from './held-back-by.ts';
import type { Override } from './override.ts';

/** Lists why an override that is on does nothing, or less than it should. One sentence for each reason, the gravest first. */
export function hindrancesOf(override: Override): readonly Sentence[] {
  const { pageOrigin, heldBackBy, opaqueHeldBackBy, workerHeldBackBy, refused } = override;
  const page = hostOf(pageOrigin);
  if (refused === 'rules') return [sentence('overrideRulesRefused')];
  if (heldBackBy !== null) return [ofPage(heldBackBy, page)];
  const hindrances: Sentence[] = [];
  if (refused === 'debugger') hindrances.push(sentence('overrideDebuggerRefused'));
  if (opaqueHeldBackBy !== null) hindrances.push(ofOpaqueOrigins(opaqueHeldBackBy));
  if (workerHeldBackBy !== null)
    hindrances.push(sentence('overrideWorkerHeldBack', { lookalike: hostOf(workerHeldBackBy), page }));
  return hindrances;
}

function ofPage(by: HeldBackBy, page: string): Sentence {
  switch (by.type) {
    case 'origin':
      return sentence('overrideHeldBack', { lookalike: hostOf(by.origin), page });
    case 'unseen':
      return sentence('overrideUnseen', { page });
  }
}

function ofOpaqueOrigins(by: HeldBackBy): Sentence {
  switch (by.type) {
    case 'origin':
      return sentence('overrideOpaqueHeldBack', { site: hostOf(by.origin), origin: 'null' });
    case 'unseen':
      return sentence('overrideOpaqueUnseen', { origin: 'null' });
  }
}
