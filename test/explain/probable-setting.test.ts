import { expect, test } from 'vitest';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { explain } from '../../src/explain/explanation.ts';
import { PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { judge } from './judge.ts';
import { sampleContext } from './sample-context.ts';

/** What the server's side is told of a preflight that was answered so. */
function advice(url: string, status: number, headerList: HeaderList) {
  const preflight = samplePreflight({ method: 'POST', headerNames: 'content-type' }, { status, headerList });
  const exchange = sampleExchange({ url, method: 'POST', preflight });
  return explain(judge(exchange), sampleContext(exchange)).onServer.advice;
}

test('a login redirect as ingress-nginx sends it: its annotations are named, on condition', () => {
  const [first] = advice('https://api.example.com/graphql', 302, [
    ['Content-Type', 'text/html'],
    ['Content-Length', '138'],
    ['Location', 'https://auth.example.com/oauth2/start?rd=https://api.example.com/graphql'],
  ]);
  expect(first).toEqual({
    key: 'adviceProbable',
    values: {
      stack: 'ingress-nginx',
      settings: [
        'nginx.ingress.kubernetes.io/enable-cors: "true"',
        `nginx.ingress.kubernetes.io/cors-allow-origin: "${PAGE}"`,
      ],
    },
  });
});

test('what may be Open WebUI has its variable named', () => {
  const [first] = advice('http://localhost:3000/api/v1/chats/new', 405, [['Server', 'uvicorn']]);
  expect(first?.values).toMatchObject({ stack: 'Open WebUI', settings: [`CORS_ALLOW_ORIGIN='${PAGE}'`] });
});

test('what is sure has its recipe, and what nobody knows has no setting', () => {
  const sure = advice('http://localhost:3000/', 405, [['X-Powered-By', 'Express']]);
  const unknown = advice('http://localhost:3000/', 405, []);
  for (const { key } of [...sure, ...unknown]) expect(key).not.toBe('adviceProbable');
});
