import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { rootCause, type ServerAnswer, whoAnswered } from '../../src/cause/index.ts';
import { diagnose, type Exchange } from '../../src/cors/index.ts';
import { recipeFor, serverNeed } from '../../src/fix/index.ts';
import type { CapturedAnswer } from '../cause/captured-answer.ts';
import { applyEdit } from './apply-recipe.ts';
import { ask, type PageRequest } from './ask.ts';
import { closeServer, listen } from './listen.ts';
import type { ServerFiles } from './server-stack.ts';
import { SERVER_STACKS } from './stacks/index.ts';

/**
 * Tries recipes without a browser, while one is being written: `tsx test/servers/try-stack.ts express koa`.
 * With `--capture` it writes what the servers answer to test/cause/captured, for the tests of the fingerprints.
 */
const root = resolve(import.meta.dirname, '../..');
const capture = process.argv.includes('--capture');
const wanted = process.argv.slice(2).filter((argument) => argument !== '--capture');
for (const stack of SERVER_STACKS.filter(({ stack: id }) => wanted.length === 0 || wanted.includes(id))) {
  const captured: CapturedAnswer[] = [];
  const keep = (setup: string, exchange: Exchange) => {
    const version = stack.version();
    captured.push(
      ...answersOf(exchange).map((answer) => ({ stack: stack.stack, version, setup, ...answer })),
    );
  };
  for (const start of stack.starts) {
    // Below the project, so that its packages are found.
    mkdirSync(join(root, 'dist'), { recursive: true });
    const folder = mkdtempSync(join(root, 'dist/server-'));
    writeFiles(folder, start.files);
    const port = await freePort();
    const request: PageRequest = {
      origin: 'http://localhost:5174',
      url: `http://127.0.0.1:${port}/api/data`,
      method: start.name === 'method not allowed' ? 'PATCH' : 'POST',
      headers: [
        ['content-type', 'application/json'],
        ['x-request-id', '1'],
      ],
    };
    console.log(`\n# ${stack.stack}: ${start.name}`);
    const before = await stack.start(folder, port);
    const exchange = await ask(request);
    keep(start.name, exchange);
    const diagnosis = diagnose(exchange);
    const { preflight, response } = exchange.hops[0];
    console.log('preflight', preflight?.response?.status, JSON.stringify(preflight?.response?.headerList));
    if (response !== null) console.log('response', response.status, JSON.stringify(response.headerList));
    console.log('failures', diagnosis.failures.map(({ error }) => error).join(' '));
    console.log('cause', rootCause(diagnosis), 'answered by', JSON.stringify(whoAnswered(exchange)));
    await before.stop();
    const need = serverNeed(exchange, diagnosis);
    const recipe = recipeFor(stack.stack);
    if (need === null || recipe === null) throw new Error('Nothing to apply.');
    for (const step of recipe.steps(need)) {
      if (step.type === 'run') console.log(`$ ${step.command}`);
      else {
        console.log(`${step.file}, ${step.place}:\n${step.code}`);
        applyEdit(folder, step);
      }
    }
    const after = await stack.start(folder, port);
    for (const [what, asked] of [
      ['the call', request],
      ['a GET', { ...request, method: 'GET', headers: [] }],
      ['a 404', { ...request, url: request.url.replace('data', 'nothing') }],
      ['a crash', { ...request, url: request.url.replace('data', 'crash'), method: 'GET', headers: [] }],
      ['a stranger (has to fail)', { ...request, origin: 'http://localhost:6666' }],
    ] as const) {
      const again = await ask(asked);
      if (start === stack.starts[0]) keep(`recipe applied, ${what}`, again);
      const { failures } = diagnose({ ...again, outcome: { type: 'error', error: 'net::ERR_FAILED' } });
      const answer = again.hops[0].response ?? again.hops[0].preflight?.response;
      const wrong = failures.map(({ error, when }) => `${error} (${when})`).join(', ');
      console.log(`${what}: ${answer?.status} ${wrong || 'passes'} ${JSON.stringify(answer?.headerList)}`);
    }
    await after.stop();
    rmSync(folder, { recursive: true });
  }
  if (capture) {
    const path = join(root, 'test/cause/captured', `${stack.stack}.json`);
    writeFileSync(path, `${JSON.stringify(captured, null, 2)}\n`);
  }
}

function answersOf({ hops: [{ url, method, preflight, response }] }: Exchange): readonly ServerAnswer[] {
  const toPreflight = preflight?.response ?? null;
  return [
    ...(toPreflight === null ? [] : [{ to: 'preflight', url, method: 'OPTIONS', ...toPreflight } as const]),
    ...(response === null ? [] : [{ to: 'request', url, method, ...response } as const]),
  ];
}

function writeFiles(folder: string, files: ServerFiles): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server, '127.0.0.1');
  await closeServer(server);
  return port;
}
