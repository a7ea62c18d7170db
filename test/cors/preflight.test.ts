import { describe, expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { PAGE, sampleExchange, samplePreflight } from './sample-exchange.ts';

interface Row {
  readonly because: string;
  readonly asked?: { method?: string; headerNames?: string };
  readonly answer: { status?: number; headerList: HeaderList };
  /** error, parameter and for which credentials mode */
  readonly failures: readonly (readonly [string, string | null, string?])[];
}

const origin = (value: string) => ['Access-Control-Allow-Origin', value] as const;
const credentials = (value: string) => ['Access-Control-Allow-Credentials', value] as const;
const methods = (value: string) => ['Access-Control-Allow-Methods', value] as const;
const headers = (value: string) => ['Access-Control-Allow-Headers', value] as const;
const ok = [origin(PAGE), credentials('true')];
const only = 'credentials-included';

const rows: readonly Row[] = [
  {
    because: 'a header that is not in the list is named, and only that',
    asked: { headerNames: 'authorization,content-type,x-stainless-timeout' },
    answer: { headerList: [...ok, headers('Authorization,Content-Type')] },
    failures: [['HeaderDisallowedByPreflightResponse', 'x-stainless-timeout']],
  },
  {
    because: 'all missing headers are named, without any list at all',
    asked: { headerNames: 'content-type,x-custom' },
    answer: { headerList: ok },
    failures: [
      ['HeaderDisallowedByPreflightResponse', 'content-type'],
      ['HeaderDisallowedByPreflightResponse', 'x-custom'],
    ],
  },
  {
    because: 'a wildcard covers headers only without credentials',
    asked: { headerNames: 'authorization,x-custom' },
    answer: { headerList: [...ok, headers('*')] },
    failures: [
      ['HeaderDisallowedByPreflightResponse', 'authorization', only],
      ['HeaderDisallowedByPreflightResponse', 'x-custom', only],
    ],
  },
  {
    because: 'one malformed token spoils the whole list of headers',
    asked: { headerNames: 'x-custom' },
    answer: { headerList: [...ok, headers('X-Custom, b@d')] },
    failures: [['InvalidAllowHeadersPreflightResponse', 'X-Custom, b@d']],
  },
  {
    because: 'a malformed list of methods counts even for a method that needs no leave',
    asked: { method: 'POST', headerNames: 'x-custom' },
    answer: { headerList: [...ok, methods('GET POST'), headers('x-custom')] },
    failures: [['InvalidAllowMethodsPreflightResponse', 'GET POST']],
  },
  {
    because: 'a method that is not in the list is named',
    asked: { method: 'PUT' },
    answer: { headerList: [...ok, methods('GET, DELETE')] },
    failures: [['MethodDisallowedByPreflightResponse', 'PUT']],
  },
  {
    because: 'patch is not PATCH',
    asked: { method: 'patch' },
    answer: { headerList: [...ok, methods('PATCH')] },
    failures: [['MethodDisallowedByPreflightResponse', 'patch']],
  },
  {
    because: 'a wildcard covers methods only without credentials',
    asked: { method: 'PUT' },
    answer: { headerList: [...ok, methods('*')] },
    failures: [['MethodDisallowedByPreflightResponse', 'PUT', only]],
  },
  {
    because: 'no allowed origin and no credentials allowed',
    answer: { headerList: [] },
    failures: [
      ['PreflightMissingAllowOriginHeader', null],
      ['PreflightInvalidAllowCredentials', null, only],
    ],
  },
  {
    because: 'a 405 without CORS headers: Chrome names the header first, both count',
    answer: { status: 405, headerList: [credentials('true')] },
    failures: [
      ['PreflightMissingAllowOriginHeader', null],
      ['PreflightInvalidStatus', null],
    ],
  },
  {
    because: 'a redirect comes before everything else',
    answer: { status: 308, headerList: [['Location', '/v1/'], ...ok] },
    failures: [['PreflightDisallowedRedirect', '/v1/']],
  },
  {
    because: 'a redirect status without Location is a bad status',
    answer: { status: 301, headerList: ok },
    failures: [['PreflightInvalidStatus', null]],
  },
  {
    because: 'ACAC is compared byte for byte',
    answer: { headerList: [origin(PAGE), credentials('True')] },
    failures: [['PreflightInvalidAllowCredentials', 'True', only]],
  },
  {
    because: 'ACAC twice is not true',
    answer: { headerList: [origin(PAGE), credentials('true'), credentials('true')] },
    failures: [['PreflightInvalidAllowCredentials', 'true, true', only]],
  },
];

describe('a preflight fails', () => {
  test.each(rows)('$because', ({ asked, answer, failures }) => {
    const diagnosis = diagnose(sampleExchange({ preflight: samplePreflight(asked ?? {}, answer) }), CHROME);
    expect(diagnosis.outcome).toBe('blocked');
    expect(diagnosis.failures.map(({ error, parameter, when }) => [error, parameter, when])).toEqual(
      failures.map(([error, parameter, when]) => [
        error,
        parameter,
        // Where only one mode explains that the browser stopped, the other is ruled out; what holds in both stays so.
        when ?? 'always',
      ]),
    );
  });

  test('names and values compare in any case where the standard says so', () => {
    const answer = { headerList: [...ok, headers('X-CUSTOM,\tContent-Type,,'), methods('PUT')] };
    const preflight = samplePreflight({ method: 'PUT', headerNames: 'content-type,x-custom' }, answer);
    expect(diagnose(sampleExchange({ preflight }), CHROME).outcome).toBe('failed');
  });
});
