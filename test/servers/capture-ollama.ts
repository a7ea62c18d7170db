import type { CapturedAnswer } from '../stacks/captured-answer.ts';
import { startChromiumClient } from './ask-chromium.ts';
import { startOllama } from './ollama.ts';
import { writeCaptured } from './write-captured.ts';

/** Writes to test/stacks/captured what the stand-in for Ollama v0.5.11 answers: `tsx test/servers/capture-ollama.ts`. */
const client = await startChromiumClient();
const ollama = await startOllama();
const captured: CapturedAnswer[] = [];
const headers = [
  ['content-type', 'application/json'],
  ['x-stainless-timeout', '600'],
] as const;

for (const [setup, origin] of [
  ['header not allowed', 'http://localhost:5174'],
  ['origin not allowed', 'http://app.test:5175'],
] as const) {
  const about = {
    stack: 'ollama',
    version: 'stand-in for ollama 0.5.11',
    client: client.name,
    setup,
  } as const;
  for (const [method, path, sent] of [
    ['POST', '/v1/chat/completions', headers],
    ['GET', '/api/tags', []],
    ['GET', '/api/nothing', []],
  ] as const) {
    const url = ollama.origin + path;
    const answers = await client.answersTo({ mode: 'cors', origin, url, method, headers: sent });
    captured.push(...answers.map((answer) => ({ ...about, ...answer })));
  }
}
await ollama.close();
await client.close();
writeCaptured('ollama-stand-in', captured);
