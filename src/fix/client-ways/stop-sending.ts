import { sentence } from '../../cause/headline-sentence.ts';
import { SDK_FAMILIES, sdkFamiliesOf } from '../../cause/sdk-headers.ts';
import type { ClientWay } from './client-way.ts';
import { SDK_SETTINGS } from './sdk-settings.ts';

/** What was asked of a server that doesn't allow all of it. */
export interface BlockedHeaders {
  readonly url: string;
  /** The names that aren't allowed. */
  readonly names: readonly string[];
  /** All names of `Access-Control-Request-Headers`. */
  readonly asked: readonly string[];
}

/** How the libraries that add these headers are stopped from it: one way for each library. */
export function waysToStopSending({ url, names, asked }: BlockedHeaders): readonly ClientWay[] {
  const { host } = new URL(url);
  return sdkFamiliesOf(names, asked).map(({ family, names: added }) => {
    const name = SDK_FAMILIES.find(({ id }) => id === family)?.name ?? family;
    const { docs, steps } = SDK_SETTINGS[family](added, host);
    const aim =
      steps.length === 0
        ? sentence('clientNeedsHeaders', name, added)
        : sentence('clientStopSending', name, added, host);
    return { aim, steps, docs };
  });
}
