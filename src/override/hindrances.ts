import { hostOf } from '../cors/index.ts';
import type { Sentence } from '../texts/index.ts';
import { UNSEEN } from './hold-back.ts';
import type { Override } from './override.ts';

/** What keeps an override that is on from doing its work, or a part of it: a sentence each, the gravest first. */
export function hindrancesOf(override: Override): readonly Sentence[] {
  const { pageOrigin, heldBackBy, opaqueHeldBackBy, workerHeldBackBy, refused } = override;
  const page = hostOf(pageOrigin);
  if (refused === 'rules') return [{ key: 'overrideRulesRefused', values: [] }];
  if (heldBackBy === UNSEEN) return [{ key: 'overrideUnseen', values: [page] }];
  if (heldBackBy !== null) return [{ key: 'overrideHeldBack', values: [hostOf(heldBackBy), page] }];
  const hindrances: Sentence[] = [];
  if (refused === 'debugger') hindrances.push({ key: 'overrideDebuggerRefused', values: [] });
  if (opaqueHeldBackBy === UNSEEN) hindrances.push({ key: 'overrideOpaqueUnseen', values: ['null'] });
  else if (opaqueHeldBackBy !== null)
    hindrances.push({ key: 'overrideOpaqueHeldBack', values: [hostOf(opaqueHeldBackBy), 'null'] });
  if (workerHeldBackBy !== null)
    hindrances.push({ key: 'overrideWorkerHeldBack', values: [hostOf(workerHeldBackBy), page] });
  return hindrances;
}
