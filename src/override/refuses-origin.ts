import { getHeader, type Response } from '../cors/index.ts';

/** Whether an answer is how servers turn away an origin that they don't know: the status alone, naming none. */
export function refusesOrigin({ status, headerList }: Response): boolean {
  return status === 403 && getHeader(headerList, 'Access-Control-Allow-Origin') === null;
}
