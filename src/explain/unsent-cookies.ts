import { isLoginPage } from '../causes/index.ts';
import { currentHop, type Exchange, getHeader, hostOf, type SetCookie } from '../cors/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import type { JudgedExchange } from './judged-exchange.ts';

/** Why no cookie came with a call that CORS let through and the server turned away. */
export interface UnsentCookies {
  readonly why: Sentence;
  readonly advice: Sentence;
  /** The cookies that the server was seen to set, by which that is told. */
  readonly cookiesSet: readonly SetCookie[];
}

type Words = Pick<UnsentCookies, 'why' | 'advice'>;

const WANTED = 'SameSite=None; Secure';
const STORAGE_ACCESS = 'Sec-Fetch-Storage-Access';

/**
 * Returns why the call carries no cookie. Null if it carries one, if the server didn't turn it away, or if the call went to
 * the page's own site, whose cookies come along.
 * @param context reads the cookies that the server was seen to set, which is costly, only where they count
 * @see https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-samesite-cookies
 */
export function unsentCookies(
  { exchange, diagnosis }: JudgedExchange,
  context: { readonly cookiesSet: readonly SetCookie[] },
): UnsentCookies | null {
  const { url, requestHeaders, response } = currentHop(exchange);
  if (diagnosis.outcome !== 'allowed' || exchange.outside !== undefined) return null;
  if (requestHeaders === null || response === null || !isTurnedAway(exchange, response.status)) return null;
  const carries = (name: string) => getHeader(requestHeaders, name) !== null;
  if (carries('Cookie')) return null;
  const host = hostOf(url);
  const access = getHeader(requestHeaders, STORAGE_ACCESS);
  const isCrossSite = getHeader(requestHeaders, 'Sec-Fetch-Site') === 'cross-site';
  // Of a frame in a page of another site, the calls to its own site are kept apart, too.
  if (!isCrossSite && access !== 'none' && access !== 'inactive') return null;
  if (diagnosis.credentials === 'omitted') {
    // Who sends a token of its own needs no cookie.
    if (carries('Authorization')) return null;
    return {
      why: sentence('cookiesOmitted', { host }),
      advice: sentence('adviceCookiesInclude', { code: "credentials: 'include'" }),
      cookiesSet: [],
    };
  }
  if (diagnosis.credentials !== 'included') return null;
  const { cookiesSet } = context;
  const words = ofPartition(host, cookiesSet, exchange.origin) ??
    ofAccess(host, access, exchange.origin) ?? { why: whyNotSent(host, cookiesSet), advice: setSo(host) };
  return { ...words, cookiesSet };
}

/**
 * A cookie with `Partitioned` comes to the pages of one site alone, whatever is blocked: to those under which it was set.
 * @see https://privacycg.github.io/CHIPS/
 */
function ofPartition(host: string, cookies: readonly SetCookie[], origin: string): Words | null {
  const partitioned = cookies.filter(({ attributes }) => has(attributes, 'Partitioned'));
  const [first] = partitioned;
  if (first === undefined) return null;
  const attribute = 'Partitioned';
  if (partitioned.every(({ attributes }) => !has(attributes, 'Secure')))
    return {
      why: sentence('cookiesInsecure', { attribute, host, lacking: 'Secure' }),
      advice: sentence('adviceCookiesSet', { attributes: `${WANTED}; ${attribute}`, host }),
    };
  if (partitioned.some((cookie) => cookie.origin === origin)) return null;
  return {
    why: sentence('cookiesPartitioned', { attribute, host, origin: first.origin }),
    advice: sentence('adviceCookiesPartition', { origin }),
  };
}

/** @see https://privacycg.github.io/storage-access-headers/ */
function ofAccess(host: string, access: string | null, origin: string): Words | null {
  switch (access) {
    case 'none':
      return {
        why: sentence('cookiesBlocked', { header: `${STORAGE_ACCESS}: none`, host }),
        advice: sentence('adviceCookiesOneSite', { attribute: 'Partitioned' }),
      };
    case 'inactive':
      return {
        why: sentence('cookiesInactive', { header: `${STORAGE_ACCESS}: inactive`, host }),
        advice: sentence('adviceCookiesActivate', {
          code: 'document.requestStorageAccess()',
          header: `Activate-Storage-Access: retry; allowed-origin="${origin}"`,
          host,
        }),
      };
  }
  return null;
}

function isTurnedAway(exchange: Exchange, status: number): boolean {
  return status === 401 || status === 403 || isLoginPage(exchange);
}

function setSo(host: string): Sentence {
  return sentence('adviceCookiesSet', { attributes: WANTED, host });
}

function whyNotSent(host: string, cookies: readonly SetCookie[]): Sentence {
  const all = cookies.map(({ attributes }) => attributes);
  if (all.length === 0) return sentence('cookiesUnseen', { attributes: WANTED, host });
  if (all.some((one) => has(one, 'SameSite=None') && !has(one, 'Secure')))
    return sentence('cookiesInsecure', { attribute: 'SameSite=None', host, lacking: 'Secure' });
  const [kept] = all.flatMap((one) => /SameSite=(?:Lax|Strict)/i.exec(one) ?? []);
  if (kept !== undefined) return sentence('cookiesKept', { attribute: kept, host });
  return all.some((one) => has(one, 'SameSite=None'))
    ? sentence('cookiesUnseen', { attributes: WANTED, host })
    : sentence('cookiesDefault', { attribute: 'SameSite', host });
}

function has(attributes: string, one: string): boolean {
  return attributes.toLowerCase().includes(one.toLowerCase());
}
