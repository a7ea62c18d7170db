import { originOf } from '../cors/index.ts';

/** A part of a URL that has one canonical spelling, to which servers redirect. */
export type CanonicalForm = 'slash' | 'https' | 'www';

/**
 * Returns the parts that `target` spells differently from `url`. Null if it is another resource, or the same URL.
 * @param target a URL, absolute
 */
export function canonicalForms(url: string, target: string): readonly CanonicalForm[] | null {
  const [from, to] = [URL.parse(url), URL.parse(target)];
  if (from === null || to === null || from.search !== to.search) return null;
  const forms: CanonicalForm[] = [];
  if (from.pathname !== to.pathname) forms.push('slash');
  if (from.protocol !== to.protocol) forms.push('https');
  if (from.hostname !== to.hostname) forms.push('www');
  const sameSpelling =
    withoutPart(from.pathname, /\/+$/) === withoutPart(to.pathname, /\/+$/) &&
    withoutPart(from.hostname, /^www\./) === withoutPart(to.hostname, /^www\./) &&
    (from.protocol === to.protocol ? from.port === to.port : to.protocol === 'https:');
  return sameSpelling && forms.length > 0 ? forms : null;
}

function withoutPart(text: string, without: RegExp): string {
  return text.replace(without, '');
}

/** Words in the host names and paths of login pages. */
const LOGIN_WORD =
  /^(?:adfs|auth|authorize|cas|idp|log-?in|log_in|oauth2?|oidc|openid-connect|saml2?|sign-?in|sign_in|sso)$/i;

/** Hosts that serve logins only. */
const LOGIN_HOST =
  /(?:^|\.)(?:accounts\.google\.com|auth0\.com|b2clogin\.com|cloudflareaccess\.com|okta\.com)$/;

/** Returns whether a URL looks like a login page's. */
export function isLoginLike(url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null) return false;
  const { hostname, pathname } = parsed;
  if (LOGIN_HOST.test(hostname)) return true;
  // A segment may have a file extension: /login.php.
  const segments = pathname.split('/').map((segment) => segment.replace(/\.\w+$/, ''));
  return [...hostname.split('.').slice(0, -1), ...segments].some((word) => LOGIN_WORD.test(word));
}

/** Returns whether the query of `target`, which is on another server, holds the URL to return to, as a login's does. */
export function leadsBack(url: string, target: string): boolean {
  const [from, to] = [URL.parse(url), URL.parse(target)];
  if (from === null || to === null || originOf(url) === originOf(target)) return false;
  return [...to.searchParams.values()].some((value) => value.includes(from.host));
}
