import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSecretHeader, isSecretParameter } from '../../src/privacy/secret-names.ts';

/** Headers in which public APIs, gateways and servers get or give keys and tokens. */
const SECRET_HEADERS = `
API-Key API-Sign APCA-API-KEY-ID APCA-API-SECRET-KEY Access-Token Api-Token Auth-Token Authentication-Info
Authorization Bugsnag-Api-Key CB-ACCESS-KEY CB-ACCESS-PASSPHRASE CB-ACCESS-SIGN CF-Access-Client-Secret
CF-Access-Jwt-Assertion CF-Access-Token Circle-Token Cookie Csrf-Token DD-API-KEY DD-APPLICATION-KEY DPoP
Grpc-Metadata-macaroon Id-Token KC-API-PASSPHRASE KC-API-SIGN Mcp-Session-Id OK-ACCESS-KEY OK-ACCESS-PASSPHRASE
OK-ACCESS-SIGN Ocp-Apim-Subscription-Key PRIVATE-TOKEN Proxy-Authorization Refresh-Token Set-Cookie Set-Cookie2
Signature Stripe-Signature X-API-KEY X-API-Secret X-APIKEY X-Access-Key X-Access-Token X-Admin-Password
X-Algolia-API-Key X-Amz-Security-Token X-Amzn-Oidc-Accesstoken X-Amzn-Oidc-Data X-ApiKey X-App-Secret
X-Appwrite-JWT X-Appwrite-Key X-Appwrite-Session X-Auth X-Auth-Key X-Auth-Token X-Authorization
X-Aws-Ec2-Metadata-Token X-BAPI-SIGN X-Bunq-Client-Authentication X-CG-Pro-Api-Key X-CMC_PRO_API_KEY X-CSRF-Token
X-CSRFToken X-Cisco-Meraki-API-Key X-Client-Secret X-Consul-Token X-Contentful-Token X-Cookie X-Device-Token
X-ELS-APIKey X-Emby-Authorization X-Emby-Token X-Figma-Token X-Firebase-AppCheck X-Forwarded-Access-Token
X-Functions-Key X-GitHub-OTP X-GitLab-Token X-Goog-Api-Key X-Goog-IAP-JWT-Assertion X-Gotify-Key X-Guest-Token
X-Hasura-Admin-Secret X-Honeycomb-Team X-Hub-Signature X-Hub-Signature-256 X-ID-Token X-Insert-Key X-Instana-Key
X-JFrog-Art-Api X-JWT X-JWT-Assertion X-LC-Key X-LC-Sign X-License-Key X-Line-Signature X-MBX-APIKEY
X-MS-CLIENT-PRINCIPAL X-MS-TOKEN-AAD-ACCESS-TOKEN X-Master-Key X-Mashape-Key X-MediaBrowser-Token X-Nomad-Token
X-NuGet-ApiKey X-Ovh-Consumer X-Ovh-Signature X-PAPI-KEY X-Parse-JavaScript-Key X-Parse-Master-Key
X-Parse-REST-API-Key X-Parse-Session-Token X-Password X-Plex-Token X-Postmark-Server-Token X-Query-Key
X-RapidAPI-Key X-Redmine-API-Key X-Registry-Auth X-Riot-Token X-Rollbar-Access-Token X-Secret X-Secret-Key
X-Sentry-Auth X-Service-Token X-Session X-Session-ID X-Session-Token X-SessionId X-Shopify-Access-Token
X-Shopify-Hmac-Sha256 X-Slack-Signature X-Subject-Token X-Telegram-Bot-Api-Secret-Token X-TOKEN X-TrackerToken
X-Transmission-Session-Id X-Twilio-Signature X-Typesense-API-Key X-User-Token X-Vault-Token X-XSRF-TOKEN
X-Yandex-API-Key X-Youtube-Identity-Token XI-API-KEY accessToken aUtHoRiZaTiOn apiKey apikey appKey auth_token
client_secret idToken jsessionid jwt myapikey sessionid token userPassword x_api_key xapikey`
  .trim()
  .split(/\s+/);

/** Headers that tell of calls, answers and limits, some of them with words that only look secret. */
const HARMLESS_HEADERS = `
:authority :method :path Accept Accept-Language Accept-Signature Access-Control-Allow-Credentials
Access-Control-Allow-Headers Access-Control-Request-Headers Age Allow Alt-Svc Authority Auth0-Client Author
CF-Cache-Status CF-Ray Cache-Control Cache-Key Content-Disposition Content-Length Content-Security-Policy
Content-Type Cross-Origin-Resource-Policy Date ETag Expect-CT Forwarded Host Idempotency-Key If-Match
If-None-Match Keep-Alive Keywords Last-Event-ID Last-Modified Link Location Origin Origin-Trial
Permissions-Policy Pragma Priority Proxy-Authenticate Public-Key-Pins Range RateLimit-Policy Referer
Referrer-Policy Report-To Retry-After Sec-CH-UA Sec-Fetch-Mode Sec-WebSocket-Key Server Server-Timing
Strict-Transport-Security Surrogate-Key Timing-Allow-Origin User-Agent Vary Via WWW-Authenticate X-Amz-Date
X-Amz-Request-Id X-Amz-Content-Sha256 X-Api-Version X-Author X-Authored-By X-B3-TraceId X-Cache X-Cache-Key
X-Client-Version X-Compass X-Content-Type-Options X-Correlation-ID X-Design X-Environment X-Forwarded-For
X-Forwarded-Host X-Frame-Options X-GitHub-Request-Id X-Goog-Hash X-Idempotency-Key X-Key-Frame X-Keyboard
X-Monkey X-OAuth-Scopes X-Page-Token X-Parse-Application-Id X-Passenger X-Powered-By X-RateLimit-Limit
X-RateLimit-Limit-Tokens X-RateLimit-Remaining X-RateLimit-Reset-Tokens X-Request-ID X-Requested-With
X-Response-Time X-Secretary X-Session-Timeout X-Stainless-Arch X-Stainless-Helper-Method X-Stainless-Lang
X-Status-Code X-Token-Type X-Tokenizer X-Trace-Id X-Twitter-Auth-Type X-Unicode X-Zip-Code X-Xss-Protection
anthropic-ratelimit-tokens-remaining anthropic-version baggage openai-organization traceparent tracestate
x-key-frame`
  .trim()
  .split(/\s+/);

const SECRET_PARAMETERS = `
AWSAccessKeyId Access-Token JSESSIONID PHPSESSID SAMLResponse Signature X-Amz-Credential X-Amz-Security-Token
X-Amz-Signature X-Goog-Signature %61pi_key access_token accesskeyid accesstoken api_key apiKey apikey api_keys
app_key assertion auth auth_code authCode authenticity_token bot_token client_assertion client_secret code
code_verifier connect.sid csrf csrfmiddlewaretoken deviceCode device_code fb_exchange_token hmac id_token
id_token_hint jwt key login[password] mypassword newPassword new_password oauth_signature oauth_token
oauth_verifier otp pass passwd password password_reset pwd refresh_token secret sentry_key session session_id sid sig sign
signature ticket token token2 token[] user%5Bpassword%5D user[password] userpass verification_code xsrf_token`
  .trim()
  .split(/\s+/);

const HARMLESS_PARAMETERS = `
X-Amz-Algorithm X-Amz-Date X-Amz-Expires X-Amz-SignedHeaders author authority barcode bypass cache_key
code_challenge code_challenge_method compass continuation-token country_code currency_code cursor decode
error_code expires_in filter grant_type hotkey idempotency_key keyboard keyword keywords lang max_tokens
maxTokens monkey nextPageToken next_page_token page pageToken page_token partition_key passenger passthrough
postcode q response_type row_key scope sign_in sign_up signup sort sort_key state_code status_code tokenizer
token_type unicode v zip_code zipcode`
  .trim()
  .split(/\s+/);

describe('headers', () => {
  test('the tables are as long as they should be', () => {
    expect(new Set(SECRET_HEADERS).size).toBeGreaterThanOrEqual(100);
    expect(new Set(HARMLESS_HEADERS).size).toBeGreaterThanOrEqual(40);
  });
  test.each(SECRET_HEADERS)('%s is secret, in any case', (name) => {
    expect([name, name.toLowerCase(), name.toUpperCase()].map(isSecretHeader)).toEqual([true, true, true]);
  });
  test.each(HARMLESS_HEADERS)('%s is not, in any case', (name) => {
    expect([name, name.toLowerCase(), name.toUpperCase()].map(isSecretHeader)).toEqual([false, false, false]);
  });
});

describe('parameters', () => {
  test.each(SECRET_PARAMETERS)('%s is secret', (name) => expect(isSecretParameter(name)).toBe(true));
  test.each(HARMLESS_PARAMETERS)('%s is not', (name) => expect(isSecretParameter(name)).toBe(false));

  test('a secret word is found behind any other word, however they are joined', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    const secret = fc.constantFrom('token', 'password', 'secret', 'apikey', 'jwt', 'signature');
    fc.assert(
      fc.property(word, secret, fc.constantFrom('-', '_', '.', ''), (before, after, joint) => {
        fc.pre(!/(?:continuation|cursor|next|page|pagination|prev|previous)$/.test(before));
        expect(isSecretParameter(before + joint + after)).toBe(true);
        expect(isSecretParameter(before + (after[0] ?? '').toUpperCase() + after.slice(1))).toBe(true);
      }),
    );
  });
});

test.each(Object.getOwnPropertyNames(Object.prototype))('%s is a word like any other', (word) => {
  expect(isSecretParameter(word)).toBe(false);
  expect(isSecretHeader(`x-${word}`)).toBe(false);
  expect(isSecretParameter(`token-${word}`)).toBe(isSecretParameter('token-plain'));
});
