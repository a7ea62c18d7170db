import { STACKS } from '../../stacks/index.ts';
import { type KeysWith, type Sentence, sentence } from '../../texts/index.ts';
import { type Advice, type CauseTexts, fix, inPageInstead, type TextContext } from '../cause-texts.ts';
import { ALLOW_ORIGIN } from '../cors-headers.ts';
import type { NotConfigured } from '../not-configured.ts';
import { isFramework } from '../server-name.ts';
import { answeredOf, answerHeader } from '../statuses/answered.ts';
import { orFromOwnServer } from './error-without-cors.ts';

export const notConfigured: CauseTexts<NotConfigured> = {
  headline: (cause, context) => headlineOf(cause, context),
  happened: (cause, context) => {
    const { status, origin } = cause;
    if (grpcMark(cause, context) !== null) return sentence('happenedGrpcOnly', { method: 'OPTIONS' });
    if (status === null) return sentence('happenedNotConfigured', { header: ALLOW_ORIGIN, origin });
    return sentence(happenedKey(status), { method: 'OPTIONS', status: `${status}` });
  },
  advice: (cause, context) => advice(cause, context),
};

/** Says what a router means by the status with which it answers OPTIONS. */
function happenedKey(status: number): KeysWith<'method' | 'status'> {
  if (status === 404) return 'happenedUnknownUrl';
  return status === 405 || status === 501 ? 'happenedUnknownMethod' : 'happenedMisreadPreflight';
}

/** The mark of a server that speaks gRPC, which pages can't, and has no layer for gRPC-Web; null where there is none. */
function grpcMark(cause: NotConfigured, context: TextContext): string | null {
  const answered = answeredOf(cause, context);
  if (answered === null) return null;
  const status = answerHeader(answered, 'grpc-status');
  if (status !== null) return `grpc-status: ${status}`;
  const type = answerHeader(answered, 'Content-Type') ?? '';
  return /^application\/grpc(?!-web)/i.test(type) ? type : null;
}

function headlineOf(cause: NotConfigured, context: TextContext): Sentence {
  const { responder, status, origin, allowed } = cause;
  const { server, host } = context;
  const grpc = grpcMark(cause, context);
  if (grpc !== null) return sentence('headlineGrpcOnly', { host: server, mark: grpc });
  // CORS is set up, and what answered here is not what does it.
  if (allowed !== null) {
    return status === null
      ? sentence('headlineNotConfigured', { host: server, origin, header: ALLOW_ORIGIN })
      : sentence('headlineUncovered', { host: server, status: `${status}`, method: 'OPTIONS' });
  }
  if (responder?.certainty === 'sure' && responder.cors === 'not-configured') {
    const key = isFramework(responder.stack) ? 'headlineNotConfiguredApp' : 'headlineNotConfiguredIn';
    return sentence(key, { stack: STACKS[responder.stack].name, host });
  }
  if (status === null)
    return sentence('headlineNotConfigured', { host: server, origin, header: ALLOW_ORIGIN });
  switch (status) {
    case 404:
      return sentence('headlinePreflight404', { host: server, status: '404', method: 'OPTIONS' });
    case 405:
    case 501:
      return sentence('headlinePreflightMethod', { host: server, status: `${status}`, method: 'OPTIONS' });
    default:
      return sentence('headlinePreflightAsCall', { host: server, status: `${status}` });
  }
}

function advice(cause: NotConfigured, context: TextContext): readonly Advice[] {
  const { origin, status } = cause;
  const { host, own } = context;
  const setUp = cause.allowed === null ? fix('adviceNotConfigured', { host, origin }) : cover(cause, host);
  if (grpcMark(cause, context) !== null)
    return orFromOwnServer(context, [fix('adviceGrpcWeb', { host, origin })]);
  if (status === null) return [setUp];
  if (status !== 404) return orFromOwnServer(context, [setUp]);
  const compare = inPageInstead('pageUrl', { host });
  return own ? [setUp, compare] : [compare, setUp];
}

/** What adds the header to other answers has to add it here, too. */
function cover({ failure }: NotConfigured, host: string): Advice {
  return failure.stage === 'preflight'
    ? fix('adviceCoverPreflight', { host, header: ALLOW_ORIGIN, method: 'OPTIONS' })
    : fix('adviceCoverUrl', { host, header: ALLOW_ORIGIN });
}
