import type { Exchange } from '../cors/index.ts';
import type { Sentence } from '../texts/index.ts';
import type { Cause } from './cause.ts';
import { causeHeadline } from './lookup.ts';

/** Returns the headlines of the causes that stop the call one after the other. Empty if only one is known. */
export function steps(exchange: Exchange, cause: Cause): readonly Sentence[] {
  const causes: Cause[] = [];
  for (let step: Cause | null = cause; step !== null; step = step.next) causes.push(step);
  return causes.length > 1 ? causes.map((step) => causeHeadline(exchange, step)) : [];
}
