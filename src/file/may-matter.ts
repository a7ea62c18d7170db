/** Marks of an entry that is part of the CORS protocol, or tells of the page. */
const MARKS = [
  /"(?:origin|access-control-request-method|preflight)"/.source,
  /"redirectURL"\s*:\s*"[^"]/.source,
  /"status"\s*:\s*(?:0|-)/.source,
  /"_resourceType"\s*:\s*"(?:document|script)"/.source,
  /"value"\s*:\s*"document"/.source,
];
const MARK = new RegExp(MARKS.join('|'), 'i');
/** Marks of what people take for CORS: a net error of Chrome's, a WebSocket. */
const OUTSIDE_MARK = /"_error"\s*:\s*"|"_resourceType"\s*:\s*"websocket"/;
/** A script's call in mode `no-cors`: most of what a page loads is in this mode. */
const NO_CORS_MARK = /"no-cors"/;
const CALL_MARK = /"_resourceType"\s*:\s*"fetch"/;

/** True for the JSON of an entry that has to be looked at, and for what is no entry. */
export function mayMatter(json: string): boolean {
  if (MARK.test(json) || OUTSIDE_MARK.test(json) || !json.includes('"url"')) return true;
  return NO_CORS_MARK.test(json) && CALL_MARK.test(json);
}
