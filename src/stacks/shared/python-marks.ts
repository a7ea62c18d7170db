/** The server that mostly runs FastAPI and Starlette. */
export const UVICORN = /^uvicorn$/;

export const JSON_TYPE = /^application\/json$/;
export const PLAIN = /^text\/plain; charset=utf-8$/;
export const HTML = /^text\/html; charset=utf-8$/i;
/** Any value: the header has to be there. */
export const ANY = /./;
