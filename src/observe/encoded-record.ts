import type { ObservedRequest, ObservedStep } from './observed.ts';
import type { ExchangeRecord } from './record.ts';

/**
 * A record as it is stored: of URL and method, which hardly ever change on the way, each step has what differs from the
 * step before.
 */
export type PackedRecord = Omit<ExchangeRecord, 'request' | 'preflights'> & {
  readonly request: PackedRequest | null;
  readonly preflights: readonly { readonly leg: number; readonly preflight: PackedRequest }[];
};

interface PackedRequest {
  readonly source: ObservedRequest['source'];
  readonly steps: readonly [ObservedStep, ...PackedStep[]];
}

type PackedStep = ObservedStep extends infer Step
  ? Step extends ObservedStep
    ? Omit<Step, 'url' | 'method'> & Partial<Pick<Step, 'url' | 'method'>>
    : never
  : never;

export function packed(record: ExchangeRecord): PackedRecord {
  const { request, preflights } = record;
  return {
    ...record,
    request: request === null ? null : packedRequest(request),
    preflights: preflights.map(({ leg, preflight }) => ({ leg, preflight: packedRequest(preflight) })),
  };
}

export function unpacked(record: PackedRecord): ExchangeRecord {
  const { request, preflights } = record;
  return {
    ...record,
    request: request === null ? null : unpackedRequest(request),
    preflights: preflights.map(({ leg, preflight }) => ({ leg, preflight: unpackedRequest(preflight) })),
  };
}

function packedRequest({ source, steps }: ObservedRequest): PackedRequest {
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

function unpackedRequest({ source, steps }: PackedRequest): ObservedRequest {
  const [first, ...rest] = steps;
  let { url, method } = first;
  const later = rest.map((step) => {
    url = step.url ?? url;
    method = step.method ?? method;
    return { ...step, url, method };
  });
  return { source, steps: [first, ...later] };
}
