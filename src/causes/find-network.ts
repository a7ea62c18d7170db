import type { Diagnosis } from '../cors/index.ts';
import type { Cause } from './cause.ts';
import { networkCause } from './not-cors.ts';

/** What stopped the call where it wasn't CORS, or null. */
export function causeInNetwork({ failures }: Diagnosis): Cause | null {
  const [failure] = failures;
  if (failure?.stage !== 'network') return null;
  return { id: networkCause(failure.error), failure, who: null, evidence: [], next: null };
}
