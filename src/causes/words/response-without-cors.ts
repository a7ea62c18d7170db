import { getHeader } from '../../cors/index.ts';
import { type Sentence, sentence } from '../../texts/index.ts';
import { type Advice, type CauseTexts, fix, inPageInstead, type TextContext } from '../cause-texts.ts';
import { ALLOW_ORIGIN } from '../cors-headers.ts';
import type { ResponseWithoutCors } from '../response-without-cors.ts';
import {
  type Answered,
  answeredOf,
  answerHeader,
  meaningHeadline,
  meaningWhy,
} from '../statuses/answered.ts';
import { signalOf } from '../statuses/signals.ts';
import { adviceByMeaning } from './error-without-cors.ts';

/**
 * The preflight proves that CORS is set up. So the texts are about the code that answered instead, and where to look
 * for it.
 */
export const responseWithoutCors: CauseTexts<ResponseWithoutCors> = {
  headline: (cause, context) => headline(cause, context),
  happened: (cause, context) => happened(answeredOf(cause, context)),
  advice: (cause, context) => advice(cause, context),
};

function headline(cause: ResponseWithoutCors, context: TextContext): Sentence {
  const answered = answeredOf(cause, context);
  const signal = answered === null ? null : signalOf(answered);
  if (answered !== null && signal !== null) return meaningHeadline(answered, signal);
  const { server } = context;
  switch (answered === null ? null : unusualFormOf(answered)) {
    case 'stream':
      return sentence('headlineStream', { host: server, type: 'text/event-stream', header: ALLOW_ORIGIN });
    case 'page':
      return sentence('headlineHtml', { host: server, type: 'text/html', header: ALLOW_ORIGIN });
    case null:
      return sentence('headlineResponseWithout', {
        host: server,
        status: `${cause.status}`,
        header: ALLOW_ORIGIN,
      });
  }
}

function happened(answered: Answered | null): Sentence {
  const signal = answered === null ? null : signalOf(answered);
  if (answered !== null && signal !== null) return meaningWhy(answered, signal);
  if (answered !== null) {
    const [first, second] = senderNames(answered);
    if (first !== null && second !== null && first !== second) {
      return sentence('happenedOtherMarks', { preflight: first, call: second });
    }
    if (unusualFormOf(answered) === 'stream') return sentence('happenedStream', { header: ALLOW_ORIGIN });
  }
  return sentence('happenedElsewhere', { header: ALLOW_ORIGIN });
}

/** @see https://fastify.dev/docs/latest/Reference/Reply/#hijack */
const FASTIFY_STREAM = 'reply.raw.writeHead(200, reply.getHeaders())';

function advice(cause: ResponseWithoutCors, context: TextContext): readonly Advice[] {
  const { host, own } = context;
  const answered = answeredOf(cause, context);
  const signal = answered === null ? null : signalOf(answered);
  if (answered !== null && signal !== null) return adviceByMeaning(answered, signal);
  const add = fix('adviceResponse', { host, header: ALLOW_ORIGIN });
  const form = answered === null ? null : unusualFormOf(answered);
  if (form === 'stream') {
    const calls = ['reply.hijack()', 'res.writeHead()'];
    return [fix('adviceStream', { host, calls, code: FASTIFY_STREAM }), add];
  }
  const look = fix('adviceElsewhere', { host, method: 'OPTIONS' });
  const look2 = form === 'page' ? [inPageInstead('adviceOpenPage', { host }), look] : [look];
  const some =
    answered !== null && hasOtherCorsHeaders(answered)
      ? [fix('adviceSomeHeaders', { header: ALLOW_ORIGIN })]
      : [];
  return own ? [...some, look, add] : [...some, ...look2, add];
}

/** Names the kind of an answer that an API's own code rarely sends. */
function unusualFormOf(of: Answered): 'stream' | 'page' | null {
  const type = answerHeader(of, 'Content-Type') ?? '';
  if (/^text\/event-stream\b/i.test(type)) return 'stream';
  const wanted = getHeader(of.request, 'Accept') ?? '';
  return /^text\/html\b/i.test(type) && !wanted.includes('html') ? 'page' : null;
}

/** Returns how the sender of the preflight's answer and the sender of the call's answer name themselves. */
function senderNames({ hop, answer }: Answered): readonly [string | null, string | null] {
  const ofPreflight = hop.preflight?.response ?? null;
  const marks = [ofPreflight, answer].map((one) =>
    one === null ? null : (getHeader(one.headerList, 'Server') ?? getHeader(one.headerList, 'X-Powered-By')),
  );
  return [marks[0] ?? null, marks[1] ?? null];
}

/** Returns whether the answer has CORS headers, but no `Access-Control-Allow-Origin`. */
function hasOtherCorsHeaders({ answer }: Answered): boolean {
  return answer.headerList.some(([name]) => /^access-control-(?:allow|expose)-/i.test(name));
}
