import { addressSpaceOf, currentHop, type Exchange, hostOf, locationUrl } from '../../cors/index.ts';
import { type KeysWith, type PlainKey, sentence } from '../../texts/index.ts';
import { type CauseTexts, fix, inPageInstead } from '../cause-texts.ts';
import { bareNetError, type NotCors, type NotCorsId } from '../not-cors.ts';
import { KEPT_OUT } from './kept-out.ts';

interface NetworkWords extends CauseTexts<NotCors> {
  /** What to do about it. */
  readonly hint: PlainKey;
}

/** The words of every cause that isn't CORS. */
export const NETWORK_WORDS: Readonly<Record<NotCorsId, NetworkWords>> = {
  ...KEPT_OUT,
  'server-not-running': words('networkRefused', 'hintRefused'),
  'name-not-found': words('networkName', 'hintName'),
  'certificate-not-trusted': words('networkCertificate', 'hintCertificate'),
  'hung-up': words('networkHungUp', 'hintHungUp'),
  timeout: words('networkTimeout', 'hintTimeout'),
  offline: words('networkOffline', 'hintOffline'),
  aborted: {
    ...words('networkAborted', 'hintAborted'),
    headline: (_, { server, exchange }) => {
      const host = unansweredTarget(exchange);
      return host === null
        ? sentence('networkAborted', { host: server })
        : sentence('networkAbortedRedirect', { host });
    },
    // Chrome ends a call so, too, if the page's policy forbids the URL that a redirect leads to:
    // https://w3c.github.io/webappsec-csp/#should-block-response
    advice: (_, { exchange }) => {
      const host = unansweredTarget(exchange);
      const forbidden = host === null ? [] : [inPageInstead('hintAbortedRedirect', { host, header: CSP })];
      return [inPageInstead('hintAborted'), ...forbidden];
    },
  },
  'local-network-access': {
    ...words('networkLocal', 'hintLocal'),
    headline: (_, { server, exchange: { origin } }) => {
      if (origin === 'null') return sentence('networkLocalFrame', { host: server, origin });
      return isInsecure(origin)
        ? sentence('networkLocalInsecure', { host: server, page: origin })
        : sentence('networkLocal', { host: server });
    },
    // The page's permission doesn't cover such a frame, and Chrome doesn't ask for one:
    // https://wicg.github.io/local-network-access/
    advice: (_, { exchange: { origin } }) => {
      if (origin === 'null')
        return [
          inPageInstead('hintLocalFrame', { attribute: 'allow="loopback-network; local-network-access"' }),
        ];
      return [isInsecure(origin) ? inPageInstead('hintLocalInsecure') : fix('hintLocal')];
    },
  },
  'blocked-by-extension': words('networkExtension', 'hintExtension'),
  'unsafe-port': words('networkPort', 'hintPort'),
  'reason-untold': words('networkUnsaid', 'hintUnsaid'),
  'mixed-content': words('networkMixed', 'hintMixed'),
  'blocked-by-browser': words('networkBlocked', 'hintBlocked'),
  'network-error': {
    ...words('networkUnsaid', 'hintOther'),
    headline: ({ failure }, { server }) =>
      sentence('networkOther', { host: server, error: bareNetError(failure.error) }),
  },
};

const CSP = 'Content-Security-Policy';

/** The host to which a redirect led a call that ended there without an answer. Null if none did. */
function unansweredTarget(exchange: Exchange): string | null {
  const { url, response } = currentHop(exchange);
  if (response === null) return exchange.hops.length > 1 ? hostOf(url) : null;
  const target = locationUrl(response, url);
  return target === null ? null : hostOf(target.href);
}

/** Whether a page has this origin that is served neither over https nor from this machine. */
function isInsecure(origin: string): boolean {
  return origin.startsWith('http:') && addressSpaceOf(origin) !== 'loopback';
}

function words(headline: KeysWith<'host'>, hint: PlainKey): NetworkWords {
  return {
    hint,
    headline: (_, { server }) => sentence(headline, { host: server }),
    happened: () => null,
    advice: () => [fix(hint)],
  };
}
