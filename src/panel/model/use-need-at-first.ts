import { useRef } from 'preact/hooks';
import type { Explanation } from '../../explain/index.ts';
import type { ServerNeed } from '../../stacks/index.ts';
import { useModel } from './model-context.ts';

/** Calls that a page makes at once are no news to somebody who has just begun to read, in ms. */
const SETTLING_MS = 1_000;

/** What the fix was for when the explanation was first shown; null where there is no fix. */
export function useNeedAtFirst({ exchange, onServer: { fix } }: Explanation): ServerNeed | null {
  const { hasAllRows } = useModel();
  const shown = useRef({ id: '', at: 0, need: null as ServerNeed | null });
  if (shown.current.id !== exchange.id)
    shown.current = { id: exchange.id, at: performance.now(), need: null };
  const { at, need } = shown.current;
  // When the panel opens, some rows are shown before the others are read.
  if (need === null || !hasAllRows.value || performance.now() < at + SETTLING_MS) {
    shown.current.need = fix?.need ?? null;
  }
  return shown.current.need;
}
