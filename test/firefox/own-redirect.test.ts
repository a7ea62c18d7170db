import { createServer, type RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { closeServer, listen } from '../servers/listen.ts';
import { press, shownCause, shownDetail, waitForDetail } from './panel-view.ts';
import { startFirefoxStage } from './stage.ts';

const firefox = startFirefoxStage();

async function serve(answer: RequestListener) {
  const server = createServer(answer);
  const port = await listen(server, '127.0.0.1');
  return { origin: `http://localhost:${port}`, close: () => closeServer(server) };
}

// Only that the page had no answer tells that such a call carried credentials.
test('a call that the page’s own server redirects is blocked where its credentials decide', async () => {
  const api = await firefox.started(
    serve((_request, response) => response.setHeader('Access-Control-Allow-Origin', '*').end('{}')),
  );
  const site = await firefox.started(
    serve(({ url }, response) => {
      if (url === '/moved') response.writeHead(302, { Location: `${api.origin}/me` }).end();
      else response.setHeader('Content-Type', 'text/html').end('<p>A page');
    }),
  );
  const { page, panel } = await firefox.openInspected(`${site.origin}/`);
  const call = (credentials: RequestCredentials) =>
    page.call(
      async (mode) =>
        await fetch('/moved', { credentials: mode }).then(
          () => 'read',
          () => 'refused',
        ),
      credentials,
    );
  await press(panel, 'Hide passed');
  expect(await call('omit')).toBe('read');
  expect(await call('include')).toBe('refused');
  await waitForDetail(panel, ['/me', 'credentials']);
  expect(await shownCause(panel)).toBe('wildcard-with-credentials');
  expect(await shownDetail(panel)).toContain('Chrome would block it, too.');
});
