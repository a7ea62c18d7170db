import { useEffect, useState } from 'preact/hooks';
import { t } from '../../browser/i18n.ts';
import type { JudgedExchange } from '../../explain/index.ts';

type Loaded =
  | { readonly type: 'loading' }
  | { readonly type: 'loaded'; readonly Detail: typeof import('./detail.tsx').Detail }
  | { readonly type: 'failed'; readonly error: unknown };

/** Shared by all rows: the code is loaded once. */
let loaded: Loaded = { type: 'loading' };

async function load(): Promise<Loaded> {
  try {
    const { Detail } = await import('./detail.tsx');
    return { type: 'loaded', Detail };
  } catch (error) {
    return { type: 'failed', error };
  }
}

/**
 * Shows the detail. Its code is loaded when the first row is shown, so that the list comes first.
 * @throws the error with which loading failed, for the boundary around it
 */
export function LazyDetail({ row }: { row: JudgedExchange }) {
  const [state, setState] = useState(loaded);
  useEffect(() => {
    if (loaded.type === 'loaded') return;
    let shown = true;
    load().then((next) => {
      loaded = next;
      if (shown) setState(next);
    });
    return () => {
      shown = false;
    };
  }, []);
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
