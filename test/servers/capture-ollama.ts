import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CapturedAnswer } from '../cause/captured-answer.ts';
import { answerTo } from './ask.ts';
import { startOllama } from './ollama.ts';

/** Writes to test/cause/captured what the stand-in for Ollama v0.5.11 answers: `tsx test/servers/capture-ollama.ts`. */
const ollama = await startOllama();
const url = `${ollama.origin}/v1/chat/completions`;
const captured: CapturedAnswer[] = [];

for (const [setup, origin] of [
  ['header not allowed', 'http://localhost:5174'],
  ['origin not allowed', 'https://app.example.com'],
] as const) {
  await keep(setup, 'preflight', 'OPTIONS', url, [
    ['Origin', origin],
    ['Access-Control-Request-Method', 'POST'],
    ['Access-Control-Request-Headers', 'content-type,x-stainless-timeout'],
  ]);
  await keep(setup, 'request', 'GET', `${ollama.origin}/api/tags`, [['Origin', origin]]);
  await keep(setup, 'request', 'GET', `${ollama.origin}/api/nothing`, [['Origin', origin]]);
}
await ollama.close();
const path = join(import.meta.dirname, '../cause/captured/ollama.json');
writeFileSync(path, `${JSON.stringify(captured, null, 2)}\n`);

async function keep(
  setup: string,
  to: CapturedAnswer['to'],
  method: string,
  asked: string,
  headers: Parameters<typeof answerTo>[2],
): Promise<void> {
  const answer = await answerTo(method, asked, headers);
  const version = 'stand-in for ollama 0.5.11';
  captured.push({ stack: 'ollama', version, setup, to, url: asked, method, ...answer });
}
