/** Any value: the header has to be there. */
export const ANY_VALUE = /./;
