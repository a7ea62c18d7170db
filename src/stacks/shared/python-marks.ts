/** The server that mostly runs FastAPI and Starlette. */
export const UVICORN = /^uvicorn$/;

export const JSON_TYPE = /^application\/json$/;
export const PLAIN_TYPE = /^text\/plain; charset=utf-8$/;
export const HTML_TYPE = /^text\/html; charset=utf-8$/i;
