import { percentDecoded } from './percent-decoded.ts';

/**
 * Decides by the name of a header or parameter whether its value is a secret. It looks at the words in the name, not at a
 * list of names: `apikey`, `token` and `password` tell of `X-MBX-APIKEY`, `bot_token` and `newPassword`.
 */

/** Words that make a name secret wherever they stand in it. */
const SECRET_WORDS = new Set([
  'apikey',
  'appcheck',
  'assertion',
  'auth',
  'authentication',
  'authorization',
  'bearer',
  'cookie',
  'cred',
  'credential',
  'credentials',
  'creds',
  'csrf',
  'dpop',
  'hmac',
  'jwt',
  'key',
  'macaroon',
  'otp',
  'pass',
  'passcode',
  'passkey',
  'passphrase',
  'passwd',
  'password',
  'passwords',
  'pwd',
  'secret',
  'secrets',
  'sess',
  'sessid',
  'session',
  'sessionid',
  'sid',
  'sig',
  'sign',
  'signature',
  'token',
  'totp',
  'verifier',
  'xsrf',
]);

/** Secret words that end a longer word: `accesstoken`, `myapikey`, `jsessionid`, `oauth`. */
const SECRET_ENDING =
  /^(.+?)(token|tokens|secret|key|keys|password|passwd|passphrase|pwd|auth|authorization|jwt|otp|signature|credentials?|assertion|code|session|sessionid|sessid)(?:id)?$/;

/** Ordinary words that end like a secret one. */
const PLAIN_WORDS = new Set([
  'donkey',
  'hockey',
  'hotkey',
  'jockey',
  'lackey',
  'lowkey',
  'malarkey',
  'mickey',
  'monkey',
  'obsession',
  'possession',
  'softkey',
  'turkey',
  'turnkey',
  'whiskey',
]);

/** Other compounds with a secret word: `tokenid`, `passwordhash`, `userpass`, `aspsessionidqqab`. */
const COMPOUND_SECRET =
  /^(?:(?:token|secret|password|passwd|apikey|key|auth)(?:id|value|hash|data|string|header)|(?:admin|db|ftp|http|login|my|proxy|root|smtp|user|wifi)pass|aspsessionid.*)$/;

/** Words that are secret only after certain words: `device_code`, `api_keys`. */
const QUALIFIED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    code: 'access activation auth authorization backup confirm confirmation device exchange grant invite login mfa oauth otp pass pin recovery reset secret security sms totp user verification verify'.split(
      ' ',
    ),
    keys: 'access api app auth master private secret'.split(' '),
    tokens: 'access api auth bearer csrf id oauth refresh session user'.split(' '),
  }),
);

/** Words that make the secret word right after them harmless: such a key or token gives no access. */
const HARMLESS_BEFORE: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    // An idempotency key is made up by the client for one call. It names the call and proves nothing: the server still
    // asks who calls.
    key: 'cache dedup dedupe deduplication foreign group idempotency object order partition primary public routing row sort surrogate translation'.split(
      ' ',
    ),
    // The token names a page of a list, not the reader.
    token: 'continuation cursor next page pagination prev previous'.split(' '),
  }),
);

/** Words that make the secret word right before them harmless: `key-frame`, `sign_in`, `pass-through`. */
const HARMLESS_AFTER: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    key: ['frame', 'frames', 'board', 'code', 'word', 'words', 'press', 'up', 'down'],
    pass: ['through', 'count', 'rate', 'fail'],
    sign: ['in', 'up', 'on', 'out', 'off'],
  }),
);

/** The last word of names that describe a secret and don't hold it: `token_type`, `X-OAuth-Scopes`. */
const METADATA_ENDING =
  /^(?:alg|algorithm|count|enabled|endpoint|expiration|expires|expiry|length|lifetime|limit|method|mode|policy|provider|realm|remaining|required|scope|scopes|seconds|status|supported|timeout|ttl|type|types|uri|url|version)$/;

/**
 * Harmless headers by name or beginning: those of browsers, which pages don't write, and well-known ones with a secret
 * word in them. `Access-Control-*` is what CORS is judged by.
 */
const HARMLESS_HEADER =
  /^(?:(?:access-control|content|cross-origin|sec-ch|sec-fetch|sec-websocket|x-stainless|if)-.+|accept-signature|auth0-client|origin-trial|proxy-authenticate|public-key-pins(?:-report-only)?|www-authenticate|x-requested-with)$/;

/** Secret headers without a secret word in their name. */
const SECRET_HEADERS = new Set([
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html
  'x-amzn-oidc-data',
  'x-ha-access',
  'x-honeycomb-team',
  'x-jfrog-art-api',
  'x-ms-client-principal',
  'x-ovh-application',
  'x-ovh-consumer',
]);

/** Secret parameters without a secret word in their name. Written without separators. */
const SECRET_PARAMETERS = new Set(['code', 'samlresponse', 'signedrequest', 'ticket']);

/** True if a header's value is a secret. @param name in any case */
export function isSecretHeader(name: string): boolean {
  return cachedAnswer(headers, name, () => {
    const lower = name.toLowerCase();
    return !HARMLESS_HEADER.test(lower) && (SECRET_HEADERS.has(lower) || hasSecretWord(name));
  });
}

/** True if a parameter's value is a secret. @param name as in the query, possibly percent-encoded: `user%5Bpassword%5D` */
export function isSecretParameter(name: string): boolean {
  return cachedAnswer(parameters, name, () => {
    const decoded = percentDecoded(name);
    const joined = decoded.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
    return SECRET_PARAMETERS.has(joined) || hasSecretWord(decoded);
  });
}

/** Caches of the results by name, because every request has the same few names. */
const headers = new Map<string, boolean>();
const parameters = new Map<string, boolean>();
const MAX_REMEMBERED = 1_000;
/** Longer names aren't cached. No real name is longer, and the caches must stay small. */
const MAX_REMEMBERED_CHARS = 100;

function cachedAnswer(answers: Map<string, boolean>, name: string, find: () => boolean): boolean {
  const known = answers.get(name);
  if (known !== undefined) return known;
  const answer = find();
  if (name.length > MAX_REMEMBERED_CHARS) return answer;
  if (answers.size >= MAX_REMEMBERED) answers.clear();
  answers.set(name, answer);
  return answer;
}

/**
 * True if a word of the name is secret. The name is split both with camel case and without, because header names may have
 * any case: `aUtHoRiZaTiOn`.
 */
function hasSecretWord(name: string): boolean {
  const byCapitals = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
  return isSecretPhrase(byCapitals) || isSecretPhrase(name.match(/[A-Za-z]+/g) ?? []);
}

function isSecretPhrase(written: readonly string[]): boolean {
  const words = written.flatMap((word) => compoundParts(word.toLowerCase()));
  return words.some((word, index) => {
    const [before = '', after = ''] = [words[index - 1], words[index + 1]];
    const isLast = index === words.length - 1;
    if (!isLast && METADATA_ENDING.test(words.at(-1) ?? '')) return false;
    const qualifiers = QUALIFIED.get(word);
    if (qualifiers !== undefined) return endsInOneOf(before, qualifiers);
    if (!SECRET_WORDS.has(word) && !COMPOUND_SECRET.test(word)) return false;
    return (
      !endsInOneOf(before, HARMLESS_BEFORE.get(word)) && HARMLESS_AFTER.get(word)?.includes(after) !== true
    );
  });
}

/** Splits a compound that ends in a secret word: `accesstoken` into `access` and `token`. */
function compoundParts(word: string): readonly string[] {
  if (SECRET_WORDS.has(word) || PLAIN_WORDS.has(word)) return [word];
  const [, before, secret] = SECRET_ENDING.exec(word) ?? [];
  return before === undefined || secret === undefined ? [word] : [before, secret];
}

/** @param word possibly a compound, such as `nextpage` */
function endsInOneOf(word: string, endings: readonly string[] = []): boolean {
  return endings.some((ending) => word.endsWith(ending));
}
