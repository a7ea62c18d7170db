import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type DevServer, devServerOf } from '../../dev-servers/index.ts';
import type { JudgedExchange } from '../../explain/index.ts';

export interface DevServerModel {
  /** Which dev server serves the page: the one that the user chose, else the one that the page's files tell of. */
  readonly devServer: ReadonlySignal<DevServer>;
  readonly chooseDevServer: (devServer: DevServer) => void;
}

/**
 * @param pageOrigin of the page that the tab shows; `null` where it isn't known
 * @param rows that page's requests
 * @param resources lists the URLs of what the page has loaded
 */
export function createDevServerModel(
  pageOrigin: ReadonlySignal<string>,
  rows: ReadonlySignal<readonly JudgedExchange[]>,
  resources: () => Promise<readonly string[]>,
): DevServerModel {
  const byOrigin = signal<ReadonlyMap<string, DevServer>>(new Map());
  const set = (origin: string, devServer: DevServer) => {
    byOrigin.value = new Map([...byOrigin.value, [origin, devServer]]);
  };
  // A page that is only starting has loaded nothing yet; by its first request, what its dev server adds is there.
  const asking = computed(() => (rows.value.length > 0 ? pageOrigin.value : null));
  const look = async (origin: string) => {
    const found = devServerOf(await resources());
    if (found !== null && !byOrigin.value.has(origin)) set(origin, found);
  };
  effect(() => {
    if (asking.value === null) return;
    look(asking.value).catch((error: unknown) =>
      console.error("The page's files could not be asked for.", error),
    );
  });
  return {
    devServer: computed(() => byOrigin.value.get(pageOrigin.value) ?? 'vite'),
    chooseDevServer: (devServer) => set(pageOrigin.value, devServer),
  };
}
