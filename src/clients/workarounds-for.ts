import { sentence } from '../texts/index.ts';
import { SDKS, type Sdk, type SdkId, sdkOf } from './registry.ts';
import { SDK_SETTINGS } from './shared-steps.ts';
import type { ClientWay } from './workaround.ts';

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
  const bySdk = new Map<SdkId, string[]>();
  for (const name of names) {
    const sdk = sdkOf(name, asked);
    if (sdk !== null) bySdk.set(sdk, [...(bySdk.get(sdk) ?? []), name]);
  }
  return [...bySdk].map(([id, added]) => wayOf(id, added, host));
}

function wayOf(id: SdkId, names: readonly string[], host: string): ClientWay {
  const sdk: Sdk = SDKS[id];
  const known = SDK_SETTINGS[id]?.(names, host);
  const docs = known?.docs ?? sdk.docs;
  if (known !== undefined && known.steps.length > 0) {
    return { aim: sentence('clientStopSending', sdk.name, names, host), steps: known.steps, docs };
  }
  const aim =
    known === undefined && sdk.setting !== null
      ? sentence('clientSetting', sdk.setting, sdk.name, names, host)
      : sentence('clientNeedsHeaders', sdk.name, names);
  return { aim, steps: [], docs };
}
