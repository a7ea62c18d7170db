import { holdsName } from './header-names.ts';

/** A protocol between client and server, and the request headers that its specification requires of clients. */
export interface Protocol {
  /** As its specification writes it. */
  readonly name: string;
  /** Header names, lower-cased, with spaces between. */
  readonly headers: string;
  /** Where the specification says so. */
  readonly docs: string;
}

const PROTOCOLS: readonly Protocol[] = [
  {
    name: 'MCP',
    headers: 'mcp-protocol-version mcp-session-id',
    docs: 'https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#protocol-version-header',
  },
  {
    name: 'tus',
    headers: 'tus-resumable upload-offset upload-length upload-defer-length',
    docs: 'https://tus.io/protocols/resumable-upload#headers',
  },
];

/**
 * Returns the protocol that requires the header; null where none is known to. Nobody is told to leave such a header
 * out: a client may work without it, but another release of it or of the server needn't.
 */
export function protocolOf(name: string): Protocol | null {
  return PROTOCOLS.find(({ headers }) => holdsName(headers, name)) ?? null;
}
