/**
 * Libraries that add the same headers. Stainless and Fern write client libraries for the makers of APIs; tracing
 * libraries follow the same specifications.
 * @see https://www.stainless.com/
 * @see https://buildwithfern.com/
 * @see https://www.w3.org/TR/trace-context/
 */
export type Family = 'Stainless' | 'Fern' | 'tracing';
