import { answeredInPlaceOfApp, type Cause } from '../causes/index.ts';
import type { OverridePlan } from '../override/index.ts';

/**
 * Whether a layer in front of the app sent a success of its own, such as a tunnel's warning page. Whoever gets through
 * to it reads that page: neither an override nor a proxy reaches the app.
 */
export function endsBeforeApp(cause: Cause | null): boolean {
  return cause?.id === 'response-without-cors' && answeredInPlaceOfApp(cause);
}

/** The plan for an override, or that none is of use where the call ends before the app. */
export function usefulPlan(plan: OverridePlan, cause: Cause | null): OverridePlan {
  return plan.type === 'override' && endsBeforeApp(cause)
    ? { type: 'impossible', because: 'not-the-app' }
    : plan;
}
