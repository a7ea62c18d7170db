/** The server that FastAPI and Starlette mostly run on. */
export const UVICORN = /^uvicorn$/;

export const JSON_TYPE = /^application\/json$/;
export const PLAIN = /^text\/plain; charset=utf-8$/;
export const HTML = /^text\/html; charset=utf-8$/i;
/** That the header is there. */
export const ANY = /./;
