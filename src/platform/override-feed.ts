import type { Override } from '../override/index.ts';
import { subscribeStore } from './store-feed.ts';
import { OVERRIDES_KEY, parseOverrides } from './stored.ts';

/** Delivers all overrides, ended ones too, then again after every change. @returns the way to stop */
export function subscribeOverrides(listener: (overrides: readonly Override[]) => void): () => void {
  return subscribeStore([OVERRIDES_KEY], (change) => {
    const text = change.get(OVERRIDES_KEY);
    if (text !== undefined) listener(parseOverrides(text));
  });
}
