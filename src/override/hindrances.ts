import { hostOf } from '../cors/index.ts';
import type { Sentence } from '../texts/index.ts';
import type { HeldBackBy } from './held-back-by.ts';
import type { Override } from './override.ts';

/** Lists why an override that is on does nothing, or less than it should. One sentence for each reason, the gravest first. */
export function hindrancesOf(override: Override): readonly Sentence[] {
  const { pageOrigin, heldBackBy, opaqueHeldBackBy, workerHeldBackBy, refused } = override;
  const page = hostOf(pageOrigin);
  if (refused === 'rules') return [{ key: 'overrideRulesRefused', values: {} }];
  if (heldBackBy !== null) return [ofPage(heldBackBy, page)];
  const hindrances: Sentence[] = [];
  if (refused === 'debugger') hindrances.push({ key: 'overrideDebuggerRefused', values: {} });
  if (opaqueHeldBackBy !== null) hindrances.push(ofOpaqueOrigins(opaqueHeldBackBy));
  if (workerHeldBackBy !== null)
    hindrances.push({ key: 'overrideWorkerHeldBack', values: { lookalike: hostOf(workerHeldBackBy), page } });
  return hindrances;
}

function ofPage(by: HeldBackBy, page: string): Sentence {
  switch (by.type) {
    case 'origin':
      return { key: 'overrideHeldBack', values: { lookalike: hostOf(by.origin), page } };
    case 'unseen':
      return { key: 'overrideUnseen', values: { page } };
  }
}

function ofOpaqueOrigins(by: HeldBackBy): Sentence {
  switch (by.type) {
    case 'origin':
      return { key: 'overrideOpaqueHeldBack', values: { site: hostOf(by.origin), origin: 'null' } };
    case 'unseen':
      return { key: 'overrideOpaqueUnseen', values: { origin: 'null' } };
  }
}
