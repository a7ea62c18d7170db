import { isLoginPage } from '../causes/index.ts';
import { currentHop, type Exchange, getHeader, type HeaderList, hostOf } from '../cors/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import type { JudgedExchange } from './judged-exchange.ts';

/** Why no cookie came with a call that CORS let through and the server turned away. */
export interface UnsentCookies {
  readonly why: Sentence;
  readonly advice: Sentence;
}

const WANTED = 'SameSite=None; Secure';
const STORAGE_ACCESS = 'Sec-Fetch-Storage-Access';

/**
 * Returns why the call carries no cookie. Null if it carries one, if the server didn't turn it away, or if the call went to
 * the page's own site, whose cookies come along.
 * @param context reads the tab's other exchanges, which is costly, only where they count
 * @see https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-samesite-cookies
 */
export function unsentCookies(
  { exchange, diagnosis }: JudgedExchange,
  context: { readonly others: readonly Exchange[] },
): UnsentCookies | null {
  const { url, requestHeaders, response } = currentHop(exchange);
  if (diagnosis.outcome !== 'allowed' || exchange.outside !== undefined) return null;
  if (requestHeaders === null || response === null || !isTurnedAway(exchange, response.status)) return null;
  const carries = (name: string) => getHeader(requestHeaders, name) !== null;
  if (getHeader(requestHeaders, 'Sec-Fetch-Site') !== 'cross-site' || carries('Cookie')) return null;
  const host = hostOf(url);
  if (diagnosis.credentials === 'omitted') {
    // Who sends a token of its own needs no cookie.
    if (carries('Authorization')) return null;
    return {
      why: sentence('cookiesOmitted', { host }),
      advice: sentence('adviceCookiesInclude', { code: "credentials: 'include'" }),
    };
  }
  if (diagnosis.credentials !== 'included') return null;
  if (getHeader(requestHeaders, STORAGE_ACCESS) === 'none') {
    return {
      why: sentence('cookiesBlocked', { header: `${STORAGE_ACCESS}: none`, host }),
      advice: sentence('adviceCookiesOneSite', { attribute: 'Partitioned' }),
    };
  }
  return { why: whyNotSent(host, cookiesSetBy(url, [exchange, ...context.others])), advice: setSo(host) };
}

function isTurnedAway(exchange: Exchange, status: number): boolean {
  return status === 401 || status === 403 || isLoginPage(exchange);
}

function setSo(host: string): Sentence {
  return sentence('adviceCookiesSet', { attributes: WANTED, host });
}

function whyNotSent(host: string, cookies: readonly string[]): Sentence {
  if (cookies.length === 0) return sentence('cookiesUnseen', { attributes: WANTED, host });
  if (cookies.some((cookie) => /SameSite=None/i.test(cookie) && !/Secure/i.test(cookie)))
    return sentence('cookiesInsecure', { attribute: 'SameSite=None', host, lacking: 'Secure' });
  const [kept] = cookies.flatMap((cookie) => /SameSite=(?:Lax|Strict)/i.exec(cookie) ?? []);
  if (kept !== undefined) return sentence('cookiesKept', { attribute: kept, host });
  return cookies.some((cookie) => /SameSite=None/i.test(cookie))
    ? sentence('cookiesUnseen', { attributes: WANTED, host })
    : sentence('cookiesDefault', { attribute: 'SameSite', host });
}

/** The cookies that a host was seen to set, without names and values. Ports don't tell cookies apart. */
function cookiesSetBy(url: string, exchanges: readonly Exchange[]): readonly string[] {
  const hostname = URL.parse(url)?.hostname;
  const lists: readonly HeaderList[] = exchanges
    .flatMap(({ hops }) => hops)
    .flatMap((hop) =>
      hop.response !== null && URL.parse(hop.url)?.hostname === hostname ? [hop.response.headerList] : [],
    );
  return lists.flat().flatMap(([name, value]) => (name.toLowerCase() === 'set-cookie' ? [value] : []));
}
