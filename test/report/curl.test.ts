import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { curlPreflight, curlRequest } from '../../src/report/curl.ts';
import { PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { httpAnswer, type RawServer, startRawServer } from '../servers/raw.ts';
import type { RawRequest } from '../servers/raw-request.ts';
import { isMissing, runIn, SHELLS } from '../stacks/quote/shells.ts';
import { hasCommand } from '../support/has-command.ts';

const run = promisify(execFile);

/** Each run starts a shell and curl; on a busy machine that takes its time. */
const SLOW = 60_000;

let server: RawServer;
beforeAll(async () => {
  server = await startRawServer(() => httpAnswer(204, []));
});
afterAll(() => server.close());

/** Runs a command with the real bash and curl. @returns what arrived */
async function arrived(command: string | null): Promise<RawRequest> {
  const before = server.requests.length;
  await run('bash', ['-c', command ?? ''], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  const [request, ...more] = server.requests.slice(before);
  expect(more).toEqual([]);
  if (request === undefined) throw new Error(`Nothing arrived of ${command}`);
  return request;
}

/** The header's bytes, read as UTF-8: curl sends what it gets. */
function textOf({ headers }: RawRequest, name: string): string | undefined {
  const value = headers.get(name);
  return value === undefined ? undefined : Buffer.from(value, 'latin1').toString('utf8');
}

function sent(headers: HeaderList, path = '/p', method = 'POST'): Exchange {
  return sampleExchange({
    url: server.origin + path,
    method,
    requestHeaders: [['Origin', PAGE], ...headers],
  });
}

const missing = ['bash', 'curl'].filter((name) => !hasCommand(name));
if (missing.length > 0) console.log(`The commands aren't run: there is no ${missing.join(' and no ')}.`);

describe.skipIf(missing.length > 0)('run with bash and curl', () => {
  test('the preflight arrives as Chrome sent it', async () => {
    const preflight = samplePreflight({ method: 'PUT', headerNames: 'content-type,x-a' }, {});
    const url = `${server.origin}/v1/{a}/[b]?q=1&x[]=2`;
    const request = await arrived(curlPreflight(sampleExchange({ url, preflight }), 'bash'));
    expect(request).toMatchObject({ method: 'OPTIONS', path: '/v1/{a}/[b]?q=1&x[]=2', isPreflight: true });
    for (const [name, value] of preflight.requestHeaders)
      expect(request.headers.get(name.toLowerCase())).toBe(value);
  });

  test('the request arrives with its method and headers, and placeholders for what is secret or was not seen', async () => {
    const exchange = sent(
      [
        ['Content-Type', 'application/json'],
        ['Authorization', '…'],
        ['X-API-Key', 's3cret'],
        ['X-Empty', ''],
        ['Content-Length', '7'],
        [':path', '/p'],
      ],
      '/p?token=s3cret&page=2',
    );
    const command = curlRequest(exchange, 'bash');
    expect(command).not.toContain('s3cret');
    const { method, path, headers } = await arrived(command);
    expect({ method, path }).toEqual({ method: 'POST', path: '/p?token=<token>&page=2' });
    expect(Object.fromEntries(headers)).toMatchObject({
      origin: PAGE,
      'content-type': 'application/json',
      'content-length': String('<body>'.length),
      authorization: '<Authorization>',
      'x-api-key': '<X-API-Key>',
      'x-empty': '',
    });
  });

  test('curlRequest names the requested headers of a request that was never sent', async () => {
    const preflight = samplePreflight({ headerNames: 'authorization,x-a' }, { status: 405 });
    const exchange = sampleExchange({ url: `${server.origin}/p`, method: 'DELETE', preflight });
    const { method, headers } = await arrived(curlRequest(exchange, 'bash'));
    expect(method).toBe('DELETE');
    expect(Object.fromEntries(headers)).toMatchObject({ authorization: '<authorization>', 'x-a': '<x-a>' });
    expect(headers.has('content-length')).toBe(false);
  });

  test("curlRequest doesn't wait for a body after HEAD", async () => {
    expect((await arrived(curlRequest(sent([], '/p', 'HEAD'), 'bash'))).method).toBe('HEAD');
  });

  test(
    'no value does anything to the shell, and each arrives as it is',
    async () => {
      const hostile = [
        "'",
        '"',
        '$(id)',
        '`id`',
        '$HOME',
        '\\',
        '\\n',
        '!',
        '!!',
        ';',
        '&',
        '|',
        '\n',
        '\r',
        '\t',
      ];
      const odd = [
        '\u001b[201~',
        '\u0007',
        '\u202e',
        '\u2028',
        '’',
        'é',
        '中',
        '😀',
        '%s',
        '@/etc/passwd',
        '-',
        '0',
        ' ',
      ];
      const text = fc
        .array(fc.constantFrom(...hostile, ...odd), { maxLength: 8 })
        .map((parts) => parts.join(''));
      // Of a URL within the URL, the user name is cut: `\\user@host` is one.
      const search = text.filter((query) => !/\\{2,}[^\\]*@/.test(query));
      await fc.assert(
        fc.asyncProperty(text, search, async (value, query) => {
          const url = new URL('/p', server.origin);
          url.search = query;
          const path = url.pathname + url.search;
          const request = await arrived(curlRequest(sent([['X-A', value]], path), 'bash'));
          expect(request.path).toBe(path);
          expect(textOf(request, 'x-a')).toBe(value.replaceAll(/[\r\n]/g, ' ').trim());
        }),
        {
          numRuns: 30,
          examples: [
            ["it's !!", "'!x"],
            ['\\', '\\'],
            ['', ''],
          ],
        },
      );
    },
    SLOW,
  );

  test('nor does its history, when it is pasted into a shell that somebody uses', async () => {
    const before = server.requests.length;
    const command = `${curlRequest(sent([['X-A', "a!b 'c!d' !!"]]), 'bash')} > /dev/null\n`;
    const shell = run('bash', ['--norc', '--noprofile', '-i']);
    shell.child.stdin?.end(command);
    await shell;
    expect(server.requests.slice(before).map((request) => textOf(request, 'x-a'))).toEqual(["a!b 'c!d' !!"]);
  });
});

describe.each(SHELLS)('in $name', (shell) => {
  const missing = isMissing(shell);
  const hostile = [
    "'; touch pwned #",
    "\\'; touch pwned #",
    '$(touch pwned)',
    '`touch pwned`',
    '\u001b[201~\ntouch pwned\n',
    'a\\',
    "it's !!",
  ];

  test.skipIf(missing)('the request is one call of curl, whatever is in its headers', () => {
    const headers = hostile.map((value, index) => [`X-${index}`, value] as const);
    const { calls, files } = runIn(shell, 'curl', curlRequest(sent(headers, "/p?a='$(id)"), 'bash'));
    expect(calls).toEqual([
      [
        ...['--request', 'POST', '--include', '--globoff', `${server.origin}/p?a='$(id)`],
        ...['--header', `Origin: ${PAGE}`],
        ...headers.flatMap(([name, value]) => ['--header', `${name}: ${value.replaceAll('\n', ' ').trim()}`]),
      ],
    ]);
    expect(files).toEqual([]);
  });

  test.skipIf(missing)('the preflight is one call of curl, whatever names a script asks for', () => {
    const headerNames = "x'&pwnme&#,x`touch`";
    const preflight = samplePreflight({ method: "P'&pwnme&#", headerNames }, {});
    const exchange = sampleExchange({ url: `${server.origin}/p`, preflight });
    const { calls, files } = runIn(shell, 'curl', curlPreflight(exchange, 'bash') ?? '');
    expect(calls).toHaveLength(1);
    expect(calls[0]).toContain(`Access-Control-Request-Headers: ${headerNames}`);
    expect(calls[0]).toContain("Access-Control-Request-Method: P'&pwnme&#");
    expect(files).toEqual([]);
  });
});

describe('for PowerShell', () => {
  const url = 'http://a.test/p';
  const header = (value: string) => {
    const exchange = sampleExchange({ url, method: 'GET', requestHeaders: [['X-A', value]] });
    return curlRequest(exchange, 'powershell');
  };

  test('the preflight is one command in lines of its own', () => {
    const preflight = samplePreflight({ method: 'PUT', headerNames: 'x-a' }, {});
    expect(curlPreflight(sampleExchange({ url, preflight }), 'powershell')).toBe(
      [
        "curl.exe --request OPTIONS --include --globoff 'http://a.test/p' `",
        `  --header 'Origin: ${PAGE}' \``,
        "  --header 'Access-Control-Request-Method: PUT' `",
        "  --header 'Access-Control-Request-Headers: x-a'",
      ].join('\n'),
    );
  });

  test.each([
    [
      'nothing is expanded between single quotes',
      '$HOME `id` $(id) %PATH%',
      "'X-A: $HOME `id` $(id) %PATH%'",
    ],
    ['a quotation mark is doubled', "it's", "'X-A: it''s'"],
    ['so is any that PowerShell takes for one', 'it’s ‘a‚ ‛', "'X-A: it’’s ‘‘a‚‚ ‛‛'"],
    ['what is not seen is named by its number', 'a\u001b[201~b', "('X-A: a' + [char]27 + '[201~b')"],
    ['also at the end', 'a\u202e', "('X-A: a' + [char]8238)"],
    ['a backslash does not end the quotation', 'a\\', "'X-A: a\\ '"],
  ])('%s', (_, value, word) => expect(header(value)).toContain(`--header ${word}`));

  test('double quotes reach curl in every version of PowerShell', () => {
    expect(header('W/"a\\"')).toBe(
      "& { $PSNativeCommandArgumentPassing = 'Legacy'; curl.exe --request GET --include --globoff 'http://a.test/p' `\n" +
        `  --header 'X-A: W/\\"a\\\\\\"' }`,
    );
  });
});
