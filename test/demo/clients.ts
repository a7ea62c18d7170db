import OpenAI4 from 'openai';
import OpenAI6 from 'openai-6';
import type { ClientVersion } from './demo-api.ts';

const MODEL = 'llama3.2';
const MESSAGES = [{ role: 'user' as const, content: 'Say hello.' }];

/**
 * One streamed chat with the real client, as an app does it that talks to a model on the same machine.
 * Version 4 always sends `x-stainless-timeout`, version 6 when the call brings its own timeout.
 */
export async function* chat(api: string, version: ClientVersion, maxRetries = 2): AsyncGenerator<string> {
  const options = { baseURL: `${api}/v1`, apiKey: 'ollama', dangerouslyAllowBrowser: true, maxRetries };
  const request = { model: MODEL, messages: MESSAGES, stream: true as const };
  const stream =
    version === '4'
      ? await new OpenAI4(options).chat.completions.create(request)
      : await new OpenAI6(options).chat.completions.create(request, { timeout: 30_000 });
  for await (const chunk of stream) yield chunk.choices[0]?.delta.content ?? '';
}
