import { getHeader, type Response } from '../cors/index.ts';

/** True if a server refuses an unknown origin by status: 403 without `Access-Control-Allow-Origin`. */
export function refusesOrigin({ status, headerList }: Response): boolean {
  return status === 403 && getHeader(headerList, 'Access-Control-Allow-Origin') === null;
}
