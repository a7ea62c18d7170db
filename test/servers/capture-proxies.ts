import type { CapturedAnswer } from '../stacks/captured-answer.ts';
import { startChromiumClient } from './ask-chromium.ts';
import { OWN_ANSWERS } from './own-answers.ts';
import { createServerFolder, freePort } from './server-folder.ts';
import { startBehind } from './start-behind.ts';
import { writeCaptured } from './write-captured.ts';

/**
 * Writes to test/stacks/captured what proxies answer by themselves, nothing answering behind them:
 * `tsx test/servers/capture-proxies.ts`.
 */
const client = await startChromiumClient();
const headers = [
  ['content-type', 'application/json'],
  ['x-request-id', '1'],
] as const;

for (const { stack, version, proxy, files, paths } of OWN_ANSWERS) {
  const folder = await createServerFolder(files);
  const port = await freePort();
  const server = await startBehind(proxy, folder.path, port, false);
  const answers: CapturedAnswer[] = [];
  for (const [path, setup] of Object.entries(paths)) {
    const request = {
      origin: 'http://localhost:5174',
      url: `http://127.0.0.1:${port}${path}`,
      method: 'POST',
      headers,
    };
    const about = { stack, version: version(), client: client.name, setup };
    for (const mode of ['cors', 'no-cors'] as const) {
      const heard = await client.answersTo({ ...request, mode });
      answers.push(...heard.map((answer) => ({ ...about, ...answer })));
    }
  }
  await server.stop();
  await folder.close();
  writeCaptured(`${stack}-own`, answers);
}
await client.close();
