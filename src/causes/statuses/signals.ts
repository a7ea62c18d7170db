import { type Sentence, sentence } from '../../texts/index.ts';
import { type Answered, answerHeader, type Meaning, meaningHeadline, type Words } from './answered.ts';
import { CALL_ERROR, CALL_ERRORS } from './call-errors.ts';
import { serverError } from './server-errors.ts';

/** Returns what a header of the answer means, if that is more exact than its status. Null if no header tells. */
export function signalOf(of: Answered): Meaning | null {
  return ngrok(of) ?? grpc(of) ?? amazon(of) ?? challenge(of) ?? vercel(of);
}

/** ngrok names its own errors in `ngrok-error-code`. @see https://ngrok.com/docs/errors/reference */
function ngrok(of: Answered): Meaning | null {
  const code = answerHeader(of, 'ngrok-error-code');
  if (code === null) return null;
  const { host } = of.context;
  const skip = 'ngrok-skip-browser-warning';
  const allowSkip = () => {
    const key = of.hop.preflight === null ? 'serverNgrokSkipFirst' : 'serverNgrokSkip';
    return sentence(key, { host, name: skip, header: 'Access-Control-Allow-Headers' });
  };
  switch (code) {
    // The page that warns of phishing. Browsers get it instead of the app's answer, except for OPTIONS.
    case 'ERR_NGROK_6024':
      return {
        headline: () => sentence('ngrokWarning', { host, code }),
        why: 'whyNgrok',
        page: [() => sentence('pageNgrokSkip', { header: skip })],
        server: [allowSkip],
        pageFirst: true,
      };
    case 'ERR_NGROK_3200':
      return tunnelError('ngrokOffline', host, code, ['serverNgrokStart']);
    case 'ERR_NGROK_8012':
      return tunnelError('ngrokNoApp', host, code, ['serverNgrokApp']);
    default:
      return tunnelError('ngrokError', host, code, [() => sentence('serverNgrokDocs', { code })]);
  }
}

/** An error of the tunnel itself: only the people who run the tunnel can fix it. */
function tunnelError(
  headline: 'ngrokOffline' | 'ngrokNoApp' | 'ngrokError',
  host: string,
  code: string,
  onServer: Meaning['server'],
): Meaning {
  return {
    headline: () => sentence(headline, { host, code }),
    why: 'whyNgrok',
    page: ['pageTicket'],
    server: onServer,
  };
}

/** The names of gRPC's codes, and the HTTP status that means the same. @see https://grpc.io/docs/guides/status-codes/ */
const GRPC: ReadonlyMap<string, readonly [name: string, status: number]> = new Map([
  ['1', ['CANCELLED', 408]],
  ['2', ['UNKNOWN', 500]],
  ['3', ['INVALID_ARGUMENT', 422]],
  ['4', ['DEADLINE_EXCEEDED', 504]],
  ['5', ['NOT_FOUND', 404]],
  ['7', ['PERMISSION_DENIED', 403]],
  ['8', ['RESOURCE_EXHAUSTED', 429]],
  ['9', ['FAILED_PRECONDITION', 400]],
  ['12', ['UNIMPLEMENTED', 404]],
  ['13', ['INTERNAL', 500]],
  ['14', ['UNAVAILABLE', 503]],
  ['16', ['UNAUTHENTICATED', 401]],
]);

/** gRPC answers an error with HTTP status 200: the code is in a header. */
function grpc(of: Answered): Meaning | null {
  const code = answerHeader(of, 'grpc-status');
  if (code === null || code === '0') return null;
  const [name, status] = GRPC.get(code) ?? ['', 500];
  const like = of.answer.status >= 400 ? plainMeaning(of) : plainMeaning(withStatus(of, status));
  return {
    ...like,
    headline: () =>
      sentence('grpcError', { host: of.context.server, code: `grpc-status: ${code} ${name}`.trim() }),
    why: 'whyGrpc',
    page: [grpcMessage, ...(code === '5' ? (['pageGrpcNotFound'] as const) : like.page.filter(isNotInBody))],
    server: code === '5' ? [] : like.server,
    besides: [grpcExposed],
  };
}

/** What the error says of itself: it has no body. */
function grpcMessage(of: Answered): Sentence | null {
  const header = 'grpc-message';
  const value = answerHeader(of, header) ?? '';
  return value === '' ? null : sentence('pageGrpcMessage', { header, value });
}

function isNotInBody(words: Words): boolean {
  return words !== 'pageReadBody';
}

function grpcExposed(of: Answered): Sentence {
  return sentence('serverExpose', {
    host: of.context.host,
    names: ['grpc-status', 'grpc-message'],
    header: 'Access-Control-Expose-Headers',
  });
}

/**
 * AWS names its own errors in `x-amzn-errortype`.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
function amazon(of: Answered): Meaning | null {
  const code = answerHeader(of, 'x-amzn-errortype')?.split(':')[0];
  if (code === undefined || code === '') return null;
  const headline = () => sentence('amazonError', { host: of.context.server, code });
  // API Gateway sends this for a path or method that it doesn't have.
  if (code === 'MissingAuthenticationTokenException') {
    return { headline, why: 'whyAmazon', page: ['pageUrl'], server: ['serverAmazonRoute'] };
  }
  // A preflight has no key or login that could be checked, so only the gateway itself can let it through.
  if (of.ofPreflight && of.answer.status < 500 && of.answer.status !== 429) {
    return { headline, why: 'whyAmazon', page: ['pageTicket'], server: ['adviceGatewayAnswers'] };
  }
  const forbidden = code === 'ForbiddenException' ? { page: [amazonForbidden], server: [] } : {};
  const like = { ...plainMeaning(of), ...forbidden, besides: ['serverAmazonResponses'] as const };
  return of.answer.status < 500
    ? { ...like, headline, why: 'whyAmazon' }
    : {
        ...like,
        headline: () => sentence('amazonFailed', { host: of.context.server, code }),
        why: 'whyAmazonFailed',
      };
}

/** A key that isn't right, or a rule of the firewall: AWS names both the same. */
function amazonForbidden(): Sentence {
  return sentence('pageAmazonForbidden', { header: 'x-api-key' });
}

/**
 * Cloudflare marks its challenge pages with `cf-mitigated`.
 * @see https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
 */
function challenge(of: Answered): Meaning | null {
  if (answerHeader(of, 'cf-mitigated') !== 'challenge') return null;
  return {
    headline: () =>
      sentence('cloudflareChallenge', { host: of.context.host, header: 'cf-mitigated: challenge' }),
    why: 'whyFront',
    page: [of.ofPreflight ? 'pageTicket' : 'pageChallenge'],
    server: ['serverChallenge'],
  };
}

/** Vercel names its own errors in `x-vercel-error`. @see https://vercel.com/docs/errors */
function vercel(of: Answered): Meaning | null {
  const code = answerHeader(of, 'x-vercel-error');
  if (code === null) return null;
  const plain = plainMeaning(of);
  // The host has nothing behind it: no route would help.
  const like = code.startsWith('DEPLOYMENT_')
    ? ({ ...plain, page: ['pageVercelHost'], server: [] } as const)
    : plain;
  return {
    ...like,
    headline: () => sentence('vercelError', { host: of.context.host, code }),
    why: 'whyFront',
  };
}

/** Returns what the status alone means. */
function plainMeaning(of: Answered): Meaning {
  const { status } = of.answer;
  return status >= 500 ? serverError(of) : (CALL_ERRORS[status] ?? CALL_ERROR);
}

/** Returns what the answer means, by its headers or else by its status. */
export function meaningOf(of: Answered): Meaning {
  return signalOf(of) ?? plainMeaning(of);
}

export function headlineOf(of: Answered): Sentence {
  return meaningHeadline(of, meaningOf(of));
}

function withStatus(of: Answered, status: number): Answered {
  return { ...of, answer: { ...of.answer, status }, status: `${status}` };
}
