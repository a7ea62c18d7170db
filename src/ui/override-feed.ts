import type { Override } from '../override/index.ts';
import type { StoreChange } from '../store/index.ts';
import { OVERRIDES_KEY, parseOverrides } from '../store/index.ts';
import { subscribeStore } from './store-feed.ts';

/**
 * Delivers all overrides, also ended ones, and again after every change.
 * @param onUnreadable called when the store can't be read, and again once it can
 * @returns a function that unsubscribes
 */
export function subscribeOverrides(
  listener: (overrides: readonly Override[]) => void,
  onUnreadable: (isUnreadable: boolean) => void,
): () => void {
  const onChange = (change: StoreChange) => {
    const text = change.get(OVERRIDES_KEY);
    if (text !== undefined) listener(parseOverrides(text));
  };
  return subscribeStore([OVERRIDES_KEY], { onChange, onUnreadable });
}
