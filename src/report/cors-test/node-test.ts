import { jsString, jsStrings } from '../../stacks/index.ts';
import { BODY_VARIABLE, SEND_VARIABLE } from './environment-names.ts';
import { FOREIGN_ORIGIN } from './foreign-origin.ts';
import type { Piece, TestedCall } from './tested-call.ts';

/** What runs the test. Both take the same, but for where `test` comes from. */
export type NodeRunner = 'node' | 'vitest';

const RUNNERS: Readonly<Record<NodeRunner, { readonly head: string; readonly testFrom: string }>> = {
  node: { head: '// Run: node --test cors.test.mjs', testFrom: 'node:test' },
  vitest: {
    // The fetch of a simulated browser sends no Origin of ours.
    head: '// @vitest-environment node\n// Run: npx vitest run cors.test.mjs',
    testFrom: 'vitest',
  },
};

/** Writes a module that tests the call with Node's own fetch, which takes `Origin`, and leaves judging to the test. */
export function nodeTest(call: TestedCall, runner: NodeRunner): string {
  const { head, testFrom } = RUNNERS[runner];
  const withPreflight = call.preflight !== null;
  return [
    [
      "// Checks a server's answers to one call as a browser does (CORS). It takes Node 18 or newer.",
      head,
      "import assert from 'node:assert/strict';",
      `import { test } from '${testFrom}';\n`,
    ].join('\n'),
    constants(call),
    ...(withPreflight ? [PREFLIGHT_TEST] : []),
    callTest(call),
    foreignTest(call),
    ...(withPreflight ? [preflightFunction(call)] : []),
    callFunction(call),
    ASK,
    ...(withPreflight ? [ALLOWS_CALL, LIST_OF] : []),
    CORS_CHECK,
    VALUE_OF,
  ].join('\n');
}

function constants({ url, origin, method, preflight, headers, credentials, changes }: TestedCall): string {
  const lines = [
    `const url = ${url.map(expression).join(' + ')};`,
    `const origin = ${jsString(origin)};`,
    '// No page of this origin may read an answer.',
    `const foreignOrigin = ${jsString(FOREIGN_ORIGIN)};`,
    `const method = ${jsString(method)};`,
    ...(preflight === null ? [] : [`const headerNames = ${jsStrings(preflight.headerNames)};`]),
    ...(credentials === 'unknown'
      ? ['// Whether the page includes credentials (cookies) was not seen: write true if it does.']
      : []),
    `const credentials = ${credentials === 'included'};`,
    ...(headers.length === 0
      ? ['const headers = [];']
      : [
          '// A header whose variable is not set is left out.',
          'const headers = [',
          ...headers.map(([name, value]) => `  [${jsString(name)}, ${headerValue(value)}],`),
          '].filter(([, value]) => value !== undefined);',
        ]),
    ...(changes
      ? [
          `// The call may change something on the server: it is sent only with ${SEND_VARIABLE}=1.`,
          `const sendsCall = process.env.${SEND_VARIABLE} === '1';`,
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

function expression(piece: Piece): string {
  return piece.type === 'text' ? jsString(piece.text) : `(process.env.${piece.name} ?? '')`;
}

function headerValue(piece: Piece): string {
  return piece.type === 'text' ? jsString(piece.text) : `process.env.${piece.name}`;
}

const SKIP = `  if (!sendsCall) return context.skip('${SEND_VARIABLE}=1 sends the call');\n`;

const PREFLIGHT_TEST = `test('the preflight allows the call', async () => {
  const answer = await preflight(origin);
  corsCheck(answer, origin);
  allowsCall(answer);
});
`;

function callTest({ changes }: TestedCall): string {
  return `test('the page may read the answer to the call', async (${changes ? 'context' : ''}) => {
${changes ? SKIP : ''}  corsCheck(await call(origin), origin);
});
`;
}

function foreignTest({ preflight, changes }: TestedCall): string {
  const skips = preflight === null && changes;
  return `// If every page may read it, '*' without credentials says so, which is fine.
test('a foreign origin stays out', async (${skips ? 'context' : ''}) => {
${skips ? SKIP : ''}  const answer = await ${preflight === null ? 'call' : 'preflight'}(foreignOrigin);
  const allowOrigin = valueOf(answer, 'Access-Control-Allow-Origin');
  assert.notEqual(allowOrigin, foreignOrigin, 'Access-Control-Allow-Origin repeats any Origin: every page is let in.');
});
`;
}

function preflightFunction({ preflight }: TestedCall): string {
  const names = preflight?.headerNames ?? [];
  return `function preflight(from) {
  return ask('OPTIONS', [
    ['Origin', from],
    ['Access-Control-Request-Method', method],
${names.length > 0 ? "    ['Access-Control-Request-Headers', headerNames.join(',')],\n" : ''}${
  preflight?.privateNetwork === true ? "    ['Access-Control-Request-Private-Network', 'true'],\n" : ''
}  ]);
}
`;
}

function callFunction({ changes }: TestedCall): string {
  const body = changes ? `, process.env.${BODY_VARIABLE}` : '';
  return `function call(from) {
  return ask(method, [['Origin', from], ...headers]${body});
}
`;
}

const ASK = `async function ask(method, headers, body) {
  const signal = AbortSignal.timeout(20_000);
  const answer = await fetch(url, { method, headers, body, redirect: 'manual', signal });
  await answer.body?.cancel();
  return answer;
}
`;

const ALLOWS_CALL = `// https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
function allowsCall(answer) {
  assert.ok(answer.ok, \`The preflight is answered with \${answer.status}, not with 200 to 299.\`);
  const methods = listOf(answer, 'Access-Control-Allow-Methods');
  const allowsMethod = ['GET', 'HEAD', 'POST', ...methods].includes(method);
  assert.ok(allowsMethod || (!credentials && methods.includes('*')), \`Access-Control-Allow-Methods lacks \${method}.\`);
  const names = listOf(answer, 'Access-Control-Allow-Headers').map((name) => name.toLowerCase());
  // '*' stands for every name without credentials, but for authorization.
  const any = !credentials && names.includes('*');
  const missing = headerNames.filter((name) => !names.includes(name) && !(any && name !== 'authorization'));
  assert.deepEqual(missing, [], \`Access-Control-Allow-Headers lacks \${missing.join(', ')}.\`);
}
`;

const LIST_OF = `// A list with anything in it that is no token counts for nothing.
function listOf(answer, name) {
  const tokens = (valueOf(answer, name) ?? '').split(',').map(trimmed).filter((item) => item !== '');
  for (const token of tokens) assert.match(token, /^[\\w!#$%&'*+.^\`|~-]+$/, \`\${name} holds what is no name.\`);
  return tokens;
}
`;

const VALUE_OF = `function valueOf(answer, name) {
  const value = answer.headers.get(name);
  return value === null ? null : trimmed(value);
}

function trimmed(text) {
  return text.replace(/^[\\t ]+|[\\t ]+$/g, '');
}
`;

const CORS_CHECK = `// https://fetch.spec.whatwg.org/#concept-cors-check
function corsCheck(answer, from) {
  const allowOrigin = valueOf(answer, 'Access-Control-Allow-Origin');
  if (allowOrigin === '*' && !credentials) return;
  const status = \`HTTP \${answer.status}: \`;
  assert.equal(allowOrigin, from, \`\${status}Access-Control-Allow-Origin is \${allowOrigin}, not \${from}.\`);
  if (!credentials) return;
  const allowCredentials = valueOf(answer, 'Access-Control-Allow-Credentials');
  assert.equal(allowCredentials, 'true', \`\${status}Access-Control-Allow-Credentials is \${allowCredentials}, not true.\`);
}
`;
