import { originOf } from '../cors/index.ts';

/** A part of a URL that servers spell in one way, and redirect to if it is asked for in another one. */
export type CanonicalForm = 'slash' | 'https' | 'www';

/**
 * The parts that `target` spells otherwise than `url`; null if it leads elsewhere than to the same resource.
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
    bare(from.pathname, /\/+$/) === bare(to.pathname, /\/+$/) &&
    bare(from.hostname, /^www\./) === bare(to.hostname, /^www\./) &&
    (from.protocol === to.protocol ? from.port === to.port : to.protocol === 'https:');
  return sameSpelling && forms.length > 0 ? forms : null;
}

function bare(text: string, without: RegExp): string {
  return text.replace(without, '');
}

/** Words of host names and paths that login pages go by. */
const LOGIN_WORD =
  /^(?:adfs|auth|authorize|cas|idp|log-?in|log_in|oauth2?|oidc|openid-connect|saml2?|sign-?in|sign_in|sso)$/i;

/** Hosts that are there to log in. */
const LOGIN_HOST =
  /(?:^|\.)(?:accounts\.google\.com|auth0\.com|b2clogin\.com|cloudflareaccess\.com|okta\.com)$/;

/** Whether a URL looks like a login page's. */
export function isLoginLike(url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null) return false;
  const { hostname, pathname } = parsed;
  if (LOGIN_HOST.test(hostname)) return true;
  // A segment may carry an ending: /login.php.
  const segments = pathname.split('/').map((segment) => segment.replace(/\.\w+$/, ''));
  return [...hostname.split('.').slice(0, -1), ...segments].some((word) => LOGIN_WORD.test(word));
}

/** Whether `target`, on another server, is told in its query where to lead back to: as login pages are. */
export function leadsBack(url: string, target: string): boolean {
  const [from, to] = [URL.parse(url), URL.parse(target)];
  if (from === null || to === null || originOf(url) === originOf(target)) return false;
  return [...to.searchParams.values()].some((value) => value.includes(from.host));
}
