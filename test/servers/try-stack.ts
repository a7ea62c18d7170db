import { rootCause } from '../../src/causes/root-cause.ts';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import { recipeFor } from '../../src/stacks/recipe-for.ts';
import { whoAnswered } from '../../src/stacks/recognise.ts';
import { serverNeed } from '../../src/stacks/server-need.ts';
import type { CapturedAnswer } from '../stacks/captured-answer.ts';
import { applyEdit } from './apply-recipe.ts';
import { ask, type PageRequest } from './ask.ts';
import { startChromiumClient } from './ask-chromium.ts';
import { createServerFolder, freePort } from './server-folder.ts';
import { SERVER_STACKS } from './stacks/index.ts';
import { writeCaptured } from './write-captured.ts';

/**
 * Tries recipes without a browser, while one is being written: `tsx test/servers/try-stack.ts express koa`.
 * With `--capture` it writes what the servers answer Chromium to test/stacks/captured, for the tests of the fingerprints.
 */
const client = process.argv.includes('--capture') ? await startChromiumClient() : null;
const wanted = process.argv.slice(2).filter((argument) => argument !== '--capture');
for (const stack of SERVER_STACKS.filter(({ stack: id }) => wanted.length === 0 || wanted.includes(id))) {
  const captured: CapturedAnswer[] = [];
  const keep = async (setup: string, request: PageRequest) => {
    if (client === null) return;
    const about = { stack: stack.stack, version: stack.version(), client: client.name, setup };
    const answers = await client.answersTo({ ...request, mode: 'cors' });
    captured.push(...answers.map((answer) => ({ ...about, ...answer })));
  };
  for (const start of stack.starts) {
    const { path: folder, close } = await createServerFolder(start.files);
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
    await keep(start.name, request);
    const diagnosis = diagnose(exchange, CHROME);
    const { preflight, response } = exchange.hops[0];
    console.log('preflight', preflight?.response?.status, JSON.stringify(preflight?.response?.headerList));
    if (response !== null) console.log('response', response.status, JSON.stringify(response.headerList));
    console.log('failures', diagnosis.failures.map(({ error }) => error).join(' '));
    console.log(
      'cause',
      rootCause(exchange, diagnosis)?.id,
      `(expected: ${start.cause}),`,
      'answered by',
      JSON.stringify(whoAnswered(exchange)),
    );
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
      ['a stranger (has to fail)', { ...request, origin: 'http://localhost:5175' }],
    ] as const) {
      const again = await ask(asked);
      if (start === stack.starts[0]) await keep(`recipe applied, ${what}`, asked);
      const { failures } = diagnose(
        { ...again, outcome: { type: 'error', error: 'net::ERR_FAILED' } },
        CHROME,
      );
      const answer = again.hops[0].response ?? again.hops[0].preflight?.response;
      const faults = failures.filter(({ stage }) => stage !== 'network');
      const wrong = faults.map(({ error, when }) => `${error} (${when})`).join(', ');
      console.log(`${what}: ${answer?.status} ${wrong || 'passes'} ${JSON.stringify(answer?.headerList)}`);
    }
    await after.stop();
    await close();
  }
  if (client !== null) writeCaptured(stack.stack, captured);
}
await client?.close();
