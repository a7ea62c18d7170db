import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const WORDS = ['Hello', ' from', ' your', ' own', ' machine', ':', ' the', ' call', ' got', ' through', '.'];

/** What the model always answers. */
export const CHAT_ANSWER = WORDS.join('');

/** Streams the answer as server-sent events in OpenAI's format, and stops when the client goes away. */
export async function streamChat(
  response: ServerResponse,
  model: string,
  corsHeaders: readonly string[],
  chunkDelay: number,
): Promise<void> {
  response.writeHead(200, [...corsHeaders, 'Content-Type', 'text/event-stream']);
  for (const content of WORDS) {
    if (response.destroyed) return;
    response.write(event(chunk(model, { role: 'assistant', content }, null)));
    await delay(chunkDelay);
  }
  response.write(event(chunk(model, { role: 'assistant', content: '' }, 'stop')));
  response.end('data: [DONE]\n\n');
}

/** The same answer in one piece. */
export function completeChat(model: string): object {
  const message = { role: 'assistant', content: CHAT_ANSWER };
  return {
    ...envelope(model),
    object: 'chat.completion',
    choices: [{ index: 0, message, finish_reason: 'stop' }],
    usage: { prompt_tokens: 11, completion_tokens: WORDS.length, total_tokens: 11 + WORDS.length },
  };
}

function chunk(model: string, delta: object, finishReason: string | null): object {
  return {
    ...envelope(model),
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason: finishReason }],
  };
}

function envelope(model: string): object {
  return {
    id: 'chatcmpl-1',
    model,
    created: Math.floor(Date.now() / 1000),
    system_fingerprint: 'fp_ollama',
  };
}

function event(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}
