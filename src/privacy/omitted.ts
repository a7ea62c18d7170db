/** Stands for what was cut before anything was kept. URLs and names of headers never hold it: they are ASCII. */
export const OMITTED = '…';
