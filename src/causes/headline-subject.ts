import type { Exchange } from '../cors/index.ts';
import { hostOfHop } from '../cors/index.ts';
import { STACKS, type StackId } from '../stacks/index.ts';
import type { Cause } from './cause.ts';

/** Request header names that a text names; the rest is counted. */
export interface NamedHeaders {
  readonly names: readonly string[];
  /** How many more there are, as text; null where all are named. */
  readonly more: string | null;
}

/** One more than `most` is still named: "and 1 more" would be no shorter. */
export function namedHeaders(names: readonly string[], most: number): NamedHeaders {
  if (names.length <= most + 1) return { names, more: null };
  return { names: names.slice(0, most), more: `${names.length - most}` };
}

/** The server that a cause is about: its host, and its stack where that is sure. */
export function serverOf(exchange: Exchange, { who, failure }: Cause): string {
  const host = hostOfHop(exchange, failure.hop);
  return who?.certainty === 'sure' ? `${STACKS[who.stack].name} (${host})` : host;
}

/** Stacks that people run as they are; what is built with any other is their own app. */
const PRODUCTS: ReadonlySet<StackId> = new Set<StackId>([
  'ollama',
  'lm-studio',
  'llama-cpp',
  'vllm',
  'keycloak',
]);

/** Whether someone wrote an app with this stack. */
export function isFramework(stack: StackId): boolean {
  return STACKS[stack].layer === 'application' && !PRODUCTS.has(stack);
}

/** The status of the hop's answer as text; `–` where none came. */
export function statusOf(exchange: Exchange, hop: number, stage: 'preflight' | 'response'): string {
  const { preflight, response } = exchange.hops[hop] ?? exchange.hops[0];
  return String((stage === 'preflight' ? preflight?.response : response)?.status ?? '–');
}
