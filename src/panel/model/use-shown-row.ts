import { useEffect, useState } from 'preact/hooks';
import type { JudgedExchange } from '../../explain/index.ts';

/**
 * The row whose detail is shown. Another one's follows when the list has been drawn, since it takes longer to draw:
 * keys and the filter don't wait for it, and rows that are only passed by cost nothing.
 */
export function useShownRow(selected: JudgedExchange | null): JudgedExchange | null {
  const [shown, show] = useState(selected);
  const same = shown?.exchange.id === selected?.exchange.id;
  useEffect(() => {
    if (same) return;
    const timer = setTimeout(() => show(selected));
    return () => clearTimeout(timer);
  });
  return same || shown === null ? selected : shown;
}
