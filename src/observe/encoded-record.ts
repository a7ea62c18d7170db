import type { ObservedRequest, ObservedStep } from './observed.ts';
import type { ExchangeRecord } from './record.ts';

/**
 * The stored form of a record. A step omits `url` and `method` if they equal the previous step's, as they mostly do.
 */
export type EncodedRecord = Omit<ExchangeRecord, 'request' | 'preflights'> & {
  readonly request: EncodedRequest | null;
  readonly preflights: readonly { readonly hopIndex: number; readonly preflight: EncodedRequest }[];
};

interface EncodedRequest {
  readonly source: ObservedRequest['source'];
  readonly steps: readonly [ObservedStep, ...EncodedStep[]];
}

type EncodedStep = ObservedStep extends infer Step
  ? Step extends ObservedStep
    ? Omit<Step, 'url' | 'method'> & Partial<Pick<Step, 'url' | 'method'>>
    : never
  : never;

export function encodeRecord(record: ExchangeRecord): EncodedRecord {
  const { request, preflights } = record;
  return {
    ...record,
    request: request === null ? null : encodeRequest(request),
    preflights: preflights.map(({ hopIndex, preflight }) => ({
      hopIndex,
      preflight: encodeRequest(preflight),
    })),
  };
}

export function decodeRecord(record: EncodedRecord): ExchangeRecord {
  const { request, preflights } = record;
  return {
    ...record,
    request: request === null ? null : decodeRequest(request),
    preflights: preflights.map(({ hopIndex, preflight }) => ({
      hopIndex,
      preflight: decodeRequest(preflight),
    })),
  };
}

function encodeRequest({ source, steps }: ObservedRequest): EncodedRequest {
  const [first, ...rest] = steps;
  let before = first;
  const later = rest.map((step) => {
    const { url, method, ...own } = step;
    const differs = { ...(url !== before.url && { url }), ...(method !== before.method && { method }) };
    before = step;
    return { ...own, ...differs };
  });
  return { source, steps: [first, ...later] };
}

function decodeRequest({ source, steps }: EncodedRequest): ObservedRequest {
  const [first, ...rest] = steps;
  let { url, method } = first;
  const later = rest.map((step) => {
    url = step.url ?? url;
    method = step.method ?? method;
    return { ...step, url, method };
  });
  return { source, steps: [first, ...later] };
}
