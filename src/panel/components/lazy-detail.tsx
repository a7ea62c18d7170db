import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../browser/i18n.ts';
import type { JudgedExchange } from '../../explain/index.ts';

type Loaded =
  | { readonly type: 'loading' }
  | { readonly type: 'loaded'; readonly Detail: typeof import('./detail.tsx').Detail }
  | { readonly type: 'failed'; readonly error: unknown };

/**
 * Shared by all rows: the code is loaded once. A signal, since a row may be drawn before it is loaded, and hear of
 * nothing until after.
 */
const loaded = signal<Loaded>({ type: 'loading' });

let hasBegun = false;

/** Loads the code, unless that has begun. A failure stays until the panel is loaded anew. */
async function load(): Promise<void> {
  if (hasBegun) return;
  hasBegun = true;
  try {
    const { Detail } = await import('./detail.tsx');
    loaded.value = { type: 'loaded', Detail };
  } catch (error) {
    loaded.value = { type: 'failed', error };
  }
}

/**
 * Shows the detail. Its code is loaded when the first row is shown, so that the list comes first.
 * @throws the error with which loading failed, for the boundary around it
 */
export function LazyDetail({ row }: { row: JudgedExchange }) {
  useEffect(() => void load(), []);
  const state = loaded.value;
  switch (state.type) {
    case 'loaded':
      return <state.Detail row={row} />;
    case 'loading':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys lead here from the list, as to any detail
        <section class="detail" aria-label={t('requestDetail')} aria-busy="true" tabIndex={0} />
      );
    case 'failed':
      throw state.error;
  }
}
