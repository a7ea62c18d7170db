import { type Sentence, sentence } from '../../texts/index.ts';
import { type Answered, answerHeader, type Meaning, meaningHeadline } from './answered.ts';
import { methodFilter, otherMethod } from './call-errors.ts';
import { retryWait } from './retry-wait.ts';

/** The people who run the server can find the reason. Anybody else can only report it to them. */
const OUTAGE = { why: 'whyFront', page: ['pageLater', 'pageTicket'] } as const;

/** The statuses from 500 on: errors of the server, or of the layers in front of it. */
const SERVER_ERRORS: Readonly<Record<number, Meaning>> = {
  500: { headline: 'status500', why: 'whyCrash', page: [otherValues, 'pageTicket'], server: [log] },
  501: { headline: notImplemented, why: 'whyRouter', page: [otherMethod], server: [methodFilter] },
  502: { ...OUTAGE, headline: 'status502', server: ['serverBehind'] },
  503: { ...OUTAGE, headline: outOfService, page: [laterOrIn, 'pageTicket'], server: ['serverDown'] },
  504: { ...OUTAGE, headline: 'status504', page: ['pageSmallerStep', 'pageTicket'], server: ['serverSlow'] },
  511: { headline: 'status511', why: 'whyFront', page: ['pagePortal'], server: [] },
};

/** @see https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/ */
const CLOUDFLARE: Readonly<Record<number, Meaning>> = {
  520: { ...OUTAGE, headline: 'status520', server: ['serverWithoutCloudflare'] },
  521: { ...OUTAGE, headline: 'status521', server: ['serverOrigin'] },
  522: { ...OUTAGE, headline: 'status522', server: ['serverOrigin'] },
  523: { ...OUTAGE, headline: 'status521', server: ['serverDns'] },
  524: { ...OUTAGE, headline: 'status522', page: ['pageSmallerStep', 'pageTicket'], server: ['serverSlow'] },
  525: { ...OUTAGE, headline: 'status525', server: ['serverCertificate'] },
  526: { ...OUTAGE, headline: 'status525', server: ['serverCertificate'] },
  530: { ...OUTAGE, headline: 'status530', server: ['serverTunnel'] },
};

/** Any other status from 500 on. */
const FRONT_ERROR: Meaning = { ...OUTAGE, headline: 'status5xx', server: ['serverBehind'] };

export function serverError(of: Answered): Meaning {
  const { status } = of.answer;
  const byCloudflare =
    answerHeader(of, 'CF-Ray') !== null || /^cloudflare$/i.test(answerHeader(of, 'Server') ?? '');
  // Only Cloudflare uses these statuses. Still, Cloudflare is named only if the answer carries its mark.
  return SERVER_ERRORS[status] ?? (byCloudflare ? cloudflareError(status) : null) ?? FRONT_ERROR;
}

/** The headline names Cloudflare, so the server's name in it is its host alone. */
function cloudflareError(status: number): Meaning | null {
  const meaning = CLOUDFLARE[status];
  if (meaning === undefined) return null;
  const headline = (of: Answered) =>
    meaningHeadline({ ...of, context: { ...of.context, server: of.context.host } }, meaning);
  return { ...meaning, headline };
}

/** A preflight has no values of the call's. */
function otherValues({ context: { host }, ofPreflight }: Answered): Sentence | null {
  return ofPreflight ? null : sentence('pageOtherValues', { host });
}

function log({ context: { host, own } }: Answered): Sentence {
  return sentence(own ? 'serverLogHere' : 'serverLogThere', { host });
}

function notImplemented({ context, method, status }: Answered): Sentence {
  return sentence('status501', { host: context.server, method, status });
}

function laterOrIn(of: Answered): Sentence {
  const wait = retryWait(of);
  return wait === null
    ? sentence('pageLater', { host: of.context.host })
    : sentence('pageLaterIn', { host: of.context.host, wait });
}

function outOfService(of: Answered): Sentence {
  const wait = retryWait(of);
  return wait === null
    ? sentence('status503', { host: of.context.server, status: of.status })
    : sentence('status503Wait', { host: of.context.server, status: of.status, wait });
}
