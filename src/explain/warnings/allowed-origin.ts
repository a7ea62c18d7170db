import { type Exchange, extractTokens, getHeader, hopOrigins, originOf } from '../../cors/index.ts';

/** An answer that allowed its request's origin by name. */
export interface AllowedOrigin {
  readonly origin: string;
  readonly credentials: boolean;
  /** Whether a cache might hand the answer to a page of another origin. */
  readonly sharedByCaches: boolean;
}

/** The origins that the server `target` allowed by name in the exchange. */
export function allowedOrigins(exchange: Exchange, target: string): readonly AllowedOrigin[] {
  const origins = hopOrigins(exchange);
  return exchange.hops.flatMap(({ url, method, preflight, response }, index) => {
    if (originOf(url) !== target) return [];
    const answers = [
      { answer: preflight?.response ?? null, cacheable: false },
      { answer: response, cacheable: method === 'GET' || method === 'HEAD' },
    ];
    return answers.flatMap(({ answer, cacheable }): AllowedOrigin[] => {
      const list = answer?.headerList ?? [];
      const origin = getHeader(list, 'Access-Control-Allow-Origin');
      if (origin === null || origin !== origins[index]) return [];
      const stored = !/\bno-store\b/i.test(getHeader(list, 'Cache-Control') ?? '');
      const vary = (extractTokens(list, 'Vary') ?? []).map((name) => name.toLowerCase());
      return [
        {
          origin,
          credentials: getHeader(list, 'Access-Control-Allow-Credentials') === 'true',
          sharedByCaches: cacheable && stored && !vary.includes('origin') && !vary.includes('*'),
        },
      ];
    });
  });
}
