/** Net errors that only say that a request failed. */
const VAGUE =
  /^(?:net::ERR_(?:FAILED|INVALID_REDIRECT)|NS_ERROR_(?:DOM_BAD_URI|FAILURE|UNEXPECTED|NET_ON_\w+))$/;

/** True if a net error names a reason. */
export function isSpecific(error: string): boolean {
  return !VAGUE.test(error);
}
