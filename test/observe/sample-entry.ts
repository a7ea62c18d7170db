import type { HarEntry } from '../../src/observe/har-shape.ts';

/** Header values by name. */
export type Headers = Readonly<Record<string, string>>;

interface Rest {
  readonly type?: string;
  readonly status?: number;
  readonly asked?: Headers;
  readonly answered?: Headers;
  readonly error?: string | null;
  readonly size?: number;
  readonly method?: string;
  readonly time?: number;
  readonly messages?: HarEntry['_webSocketMessages'];
  readonly worker?: string;
  readonly initiator?: string;
  readonly page?: string;
}

const list = (headers: Headers) => Object.entries(headers).map(([name, value]) => ({ name, value }));

/** A HAR entry as DevTools gives it: an answered `fetch` unless `rest` says otherwise. */
export function entry(url: string, rest: Rest): HarEntry {
  const { type = 'fetch', status = 200, asked = {}, answered = {}, error = null, size, time = 5 } = rest;
  return {
    startedDateTime: '2026-11-29T06:00:00.000Z',
    time,
    ...(rest.page === undefined ? {} : { pageref: rest.page }),
    _resourceType: type,
    _webSocketMessages: rest.messages,
    _initiator: rest.initiator === undefined ? undefined : { type: rest.initiator },
    request: { method: rest.method ?? 'GET', url, headers: list(asked) },
    response: {
      status,
      redirectURL: '',
      headers: list(answered),
      _error: error,
      ...(size === undefined ? {} : { content: { size } }),
      ...(rest.worker === undefined
        ? {}
        : { _fetchedViaServiceWorker: true, _serviceWorkerResponseSource: rest.worker }),
    },
  };
}
