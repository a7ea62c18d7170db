import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { recognise } from '../../../../src/cause/index.ts';
import { recipeFor } from '../../../../src/fix/index.ts';
import { applyEdit } from '../../../servers/apply-recipe.ts';
import { answerTo } from '../../../servers/ask.ts';
import { closeServer, listen } from '../../../servers/listen.ts';
import { freePort } from '../../../servers/server-folder.ts';
import { startProcess } from '../../../servers/start-process.ts';
import { BARE, PAGE } from './sample-needs.ts';

const NGINX = '/usr/sbin/nginx';

const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** nginx with a login that nobody has passed, before a server that allows the page. */
function configuration(port: number, api: number, login: number): string {
  return `daemon off;
pid nginx.pid;
error_log stderr;
events {}
http {
  access_log off;
  client_body_temp_path tmp;
  proxy_temp_path tmp;
  fastcgi_temp_path tmp;
  uwsgi_temp_path tmp;
  scgi_temp_path tmp;
  server {
    listen 127.0.0.1:${port};
    location / {
      auth_request /auth;
      proxy_pass http://127.0.0.1:${api};
    }
    location = /auth {
      internal;
      # place: auth-location
      proxy_pass http://127.0.0.1:${login};
      proxy_pass_request_body off;
      proxy_set_header Content-Length "";
    }
  }
}
`;
}

async function serve(status: number): Promise<number> {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'Access-Control-Allow-Origin': PAGE }).end();
  });
  cleanUps.push(() => closeServer(server));
  return listen(server, '127.0.0.1');
}

/** The statuses of a preflight and of a call without a login, and who is taken for the one that answered the preflight. */
async function asked(withRecipe: boolean): Promise<readonly unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'auth-request-'));
  cleanUps.push(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'tmp'));
  const [application, login] = [await serve(204), await serve(401)];
  const port = await freePort();
  writeFileSync(join(folder, 'nginx.conf'), configuration(port, application, login));
  for (const step of withRecipe ? (recipeFor('nginx-auth-request')?.steps(BARE) ?? []) : []) {
    if (step.type === 'edit') applyEdit(folder, { ...step, file: 'nginx.conf' });
  }
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
  const { stop } = await startProcess({ command: NGINX, args, folder, port });
  cleanUps.push(stop);
  const url = `http://127.0.0.1:${port}/api`;
  const preflight = await answerTo('OPTIONS', url, [
    ['Origin', PAGE],
    ['Access-Control-Request-Method', 'POST'],
  ]);
  const call = await answerTo('POST', url, [['Origin', PAGE]], '{}');
  const [answeredBy] = recognise({ to: 'preflight', url, method: 'OPTIONS', ...preflight });
  return [preflight.status, call.status, answeredBy?.stack ?? null];
}

test.skipIf(!existsSync(NGINX))('nginx lets preflights through, and nothing else', async () => {
  expect(await asked(false)).toEqual([401, 401, 'nginx-auth-request']);
  expect((await asked(true)).slice(0, 2)).toEqual([204, 401]);
});
