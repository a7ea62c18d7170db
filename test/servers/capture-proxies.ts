import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { HeaderList } from '../../src/cors/index.ts';
import type { CapturedAnswer } from '../cause/captured-answer.ts';
import { answerTo } from './ask.ts';
import { createServerFolder, freePort } from './server-folder.ts';
import { OWN_ANSWERS } from './stacks/proxies/own-answers.ts';
import { startBehind } from './stacks/proxies/start-behind.ts';

/**
 * Writes to test/cause/captured what proxies answer by themselves, nothing answering behind them:
 * `tsx test/servers/capture-proxies.ts`. They are asked as Chrome asks: some answer it otherwise.
 */
const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
const captured = resolve(import.meta.dirname, '../cause/captured');
const asBrowser: HeaderList = [
  ['User-Agent', CHROME],
  ['Origin', 'http://localhost:5174'],
];
const preflight: HeaderList = [
  ...asBrowser,
  ['Access-Control-Request-Method', 'POST'],
  ['Access-Control-Request-Headers', 'content-type,x-request-id'],
];

for (const { stack, version, proxy, files, paths } of OWN_ANSWERS) {
  const folder = await createServerFolder(files);
  const port = await freePort();
  const server = await startBehind(proxy, folder.path, port, false);
  const answers: CapturedAnswer[] = [];
  for (const [path, setup] of Object.entries(paths)) {
    const url = `http://127.0.0.1:${port}${path}`;
    const about = { stack, version: version(), setup, url };
    const toPreflight = await answerTo('OPTIONS', url, preflight);
    answers.push({ ...about, to: 'preflight', method: 'OPTIONS', ...toPreflight });
    const toRequest = await answerTo('POST', url, [...asBrowser, ['Content-Type', 'application/json']], '{}');
    answers.push({ ...about, to: 'request', method: 'POST', ...toRequest });
  }
  await server.stop();
  await folder.close();
  writeFileSync(join(captured, `${stack}-own.json`), `${JSON.stringify(answers, null, 2)}\n`);
  for (const { setup, method, status, headerList } of answers) {
    console.log(`${stack}, ${setup}: ${method} ${status} ${JSON.stringify(headerList)}`);
  }
}
