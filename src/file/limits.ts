/** How many requests of a file may become calls. A tab keeps fewer; a HAR of a whole day holds more. */
export const MAX_FILE_REQUESTS = 20_000;
/** How many calls of a file are shown: those that were blocked or failed come first. */
export const MAX_FILE_EXCHANGES = 2_000;
