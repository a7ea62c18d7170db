import type { Exchange } from '../cors/index.ts';

/** Returns the status of the hop's answer as text, or `–` if none came. */
export function statusText(exchange: Exchange, hop: number, stage: 'preflight' | 'response'): string {
  const { preflight, response } = exchange.hops[hop] ?? exchange.hops[0];
  return String((stage === 'preflight' ? preflight?.response : response)?.status ?? '–');
}
