import { computed } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { JudgedExchange } from '../../explain/index.ts';
import { parseAlsoAllow, type Remedy, remedyFor, unchanged } from '../../explain/index.ts';
import { type AskedFor, askedFor, type ServerNeed } from '../../stacks/index.ts';
import { useModel } from './model-context.ts';

interface ShownRemedy {
  /** Null where nothing that a server sends would help. */
  readonly remedy: Remedy | null;
  /** What it was for when the row was shown; null where there is no remedy. */
  readonly neededAtFirst: ServerNeed | null;
}

/** Calls that a page makes at once are no news to somebody who has just begun to read, in ms. */
const SETTLING_MS = 1_000;

/** The remedy for a row, made anew only when other things are asked of its target than before. */
export function useRemedy(row: JudgedExchange, target: string): ShownRemedy {
  const { stackChoices, alsoAllow, rows, hasAllRows } = useModel();
  const { exchange } = row;
  const asked = useMemo(() => {
    let last: AskedFor | null = null;
    return computed(() => {
      const others = rows.value.map((other) => other.exchange);
      last = unchanged(last, askedFor(exchange, others));
      return last;
    });
  }, [exchange, rows]);
  const choice = stackChoices.value.get(target) ?? null;
  const typed = alsoAllow.value.get(target) ?? '';
  const remedy = useMemo(
    () => remedyFor(row, choice, { origins: parseAlsoAllow(typed).origins, askedFor: asked.value }),
    [row, choice, typed, asked.value],
  );
  const shown = useRef({ id: '', at: 0, need: null as ServerNeed | null });
  if (shown.current.id !== exchange.id)
    shown.current = { id: exchange.id, at: performance.now(), need: null };
  const { at, need } = shown.current;
  // When the panel opens, some rows are shown before the others are read.
  if (need === null || !hasAllRows.value || performance.now() < at + SETTLING_MS) {
    shown.current.need = remedy?.need ?? null;
  }
  return { remedy, neededAtFirst: shown.current.need };
}
