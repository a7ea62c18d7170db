import { LIMIT_HEADER } from '../causes/index.ts';
import type { HeaderList } from '../cors/index.ts';
import { type KeysWith, type Sentence, sentence } from '../texts/index.ts';

/** The answer of a call that passed. Its header names are lower-cased. */
interface Answer {
  readonly method: string;
  readonly status: number;
  readonly names: ReadonlySet<string>;
}

/** A response header that scripts are known to read. */
interface ReadHeader {
  readonly header: RegExp;
  /** Who reads it, and what for. */
  readonly message: KeysWith<'names'>;
  /** Limits the need to such answers. Elsewhere nobody needs the header. */
  readonly on?: (answer: Answer) => boolean;
  /** Whether a protocol or a client doesn't work without. */
  readonly vital?: true;
}

const isTus = ({ names }: Answer) => names.has('tus-resumable') || names.has('upload-offset');

/** The first entry that matches counts. */
const READ_HEADERS: readonly ReadHeader[] = [
  // https://tus.io/protocols/resumable-upload#headers
  { header: /^(?:upload|tus)-|^location$/, message: 'neededByTus', on: isTus, vital: true },
  // https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-WEB.md
  { header: /^grpc-(?:status|message|status-details-bin)$/, message: 'neededByGrpcWeb', vital: true },
  // https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#session-management
  { header: /^mcp-session-id$/, message: 'neededByMcp', vital: true },
  // https://www.rfc-editor.org/rfc/rfc9728#section-5.1
  { header: /^www-authenticate$/, message: 'neededForLogin', on: ({ status }) => status === 401 },
  // https://www.rfc-editor.org/rfc/rfc8288, and what APIs send beside it
  {
    header: /^(?:link|content-range|x-(?:wp-)?total(?:-?(?:count|pages))?|x-(?:next-|prev-|per-)?page)$/,
    message: 'neededForPages',
    vital: true,
  },
  { header: LIMIT_HEADER, message: 'neededForLimits' },
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
  { header: /^etag$/, message: 'neededForParts', on: ({ method }) => method === 'PUT' },
  { header: /^content-disposition$/, message: 'neededForDownload' },
  {
    header: /^location$/,
    message: 'neededAfterCreation',
    on: ({ status }) => status === 201 || status === 202,
  },
];

/**
 * Headers of the connection, the server, and the layers in front of it, and headers that are needed only on some
 * answers.
 */
const UNNEEDED =
  /^(?:access-control-.+|accept-ranges|age|alt-svc|cf-.+|connection|content-encoding|content-security-policy(?:-report-only)?|cross-origin-.+|date|etag|keep-alive|location|nel|origin-agent-cluster|permissions-policy|referrer-policy|report-to|reporting-endpoints|server|server-timing|strict-transport-security|timing-allow-origin|transfer-encoding|vary|via|www-authenticate|x-amz-cf-.+|x-aspnet(?:mvc)?-version|x-cache|x-cache-hits|x-content-type-options|x-dns-prefetch-control|x-download-options|x-frame-options|x-permitted-cross-domain-policies|x-powered-by|x-served-by|x-timer|x-varnish|x-xss-protection)$/;

/** The hidden headers that are worth a warning, and the scripts that are known to read some of them. */
export interface NeededHeaders {
  /** The headers that scripts are known to read, or may read. */
  readonly names: readonly string[];
  readonly neededBy: readonly Sentence[];
  /** Those without which a protocol or a client doesn't work. */
  readonly vital: readonly string[];
}

/** Selects the hidden headers of an answer that a script may want. @param hidden lower-cased */
export function neededHeaders(
  hidden: readonly string[],
  method: string,
  { status, headerList }: { readonly status: number; readonly headerList: HeaderList },
): NeededHeaders {
  const answer = { method, status, names: new Set(headerList.map(([name]) => name.toLowerCase())) };
  const needs = new Map(
    hidden.map((name) => [
      name,
      READ_HEADERS.find(({ header, on }) => header.test(name) && (on === undefined || on(answer))),
    ]),
  );
  const known = READ_HEADERS.flatMap((need) => {
    const names = hidden.filter((name) => needs.get(name) === need);
    return names.length === 0 ? [] : [{ need, names }];
  });
  const others = hidden.filter((name) => needs.get(name) === undefined && !UNNEEDED.test(name));
  return {
    names: [...known.flatMap(({ names }) => names), ...others],
    vital: known.flatMap(({ need, names }) => (need.vital === true ? names : [])),
    neededBy: known.map(({ need, names }) => sentence(need.message, { names })),
  };
}
