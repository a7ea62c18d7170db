/** A request as it came over the wire, its body left out. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  /** By lower-cased name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly isPreflight: boolean;
}

/** Reads a request's head, up to the empty line; any method and any header value will do. */
export function parseRequest(head: string): RawRequest {
  const [requestLine = '', ...lines] = head.split('\r\n');
  const [method = '', path = ''] = requestLine.split(' ');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  const isPreflight = method === 'OPTIONS' && headers.has('access-control-request-method');
  return { method, path, headers, isPreflight };
}
