import type { CauseId } from '../../../../src/causes/cause.ts';
import type { Answered, Handshake, OutsideCase } from './outside-case.ts';

const JSON_BODY = '{"orders":[1,2,3]}';

export function answered(
  status: number,
  type: string,
  headers: Answered['headers'] = {},
  body = JSON_BODY,
): Answered {
  return { status, headers: { 'Content-Type': type, ...headers }, body };
}

type Rest = Partial<Omit<OutsideCase, 'id' | 'script' | 'answer' | 'cause'>>;

export function page(
  id: string,
  script: string,
  answer: Answered | Handshake,
  cause: CauseId | null,
  rest: Rest = {},
): OutsideCase {
  return { id, script, answer, cause, page: {}, to: 'other', worker: null, ...rest };
}

export const call = (init: string) => `return await ask(url, ${init});`;
export const NO_CORS = call("{ mode: 'no-cors' }");

/** Elements that load without CORS, by the names that DevTools has for what they load. */
const ELEMENTS = {
  image: 'image',
  script: 'script',
  stylesheet: 'stylesheet',
  audio: 'audio',
} as const;
export type Element = keyof typeof ELEMENTS;
export const load = (element: Element) => `await load(${JSON.stringify(element)}, url);`;

export const TO: readonly OutsideCase['to'][] = ['other', 'named'];

export const BODIES: Readonly<Record<Element, Answered>> = {
  image: answered(200, 'image/svg+xml', {}, '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'),
  script: answered(200, 'text/javascript', {}, '// nothing'),
  stylesheet: answered(200, 'text/css', {}, '/* nothing */'),
  audio: answered(200, 'audio/wav', {}, 'RIFF'),
};
export const ALL_ELEMENTS: readonly Element[] = ['image', 'script', 'stylesheet', 'audio'];

export function withHeader(answer: Answered, name: string, value: string): Answered {
  return { ...answer, headers: { ...answer.headers, [name]: value } };
}

export const REQUIRE_CORP = { 'Cross-Origin-Embedder-Policy': 'require-corp' };
export const CREDENTIALLESS = { 'Cross-Origin-Embedder-Policy': 'credentialless' };

export const SERVED = answered(200, 'application/json');
