import { currentHop, currentOrigin, type Exchange } from '../cors/index.ts';
import {
  type Answerer,
  type Explanation,
  expectedHeaders,
  keepingAnyOrigin,
  requiredHeaders,
} from '../explain/index.ts';
import { STACKS } from '../stacks/index.ts';
import type { ArgumentsFor, MessageKey, SentenceValue } from '../texts/index.ts';
import { curlPreflight, curlRequest, type Shell } from './curl.ts';
import { headerLines } from './header-lines.ts';
import { codeBlock, MAX_VALUE_CHARS } from './markdown-text.ts';
import type { ToldRequest } from './told-request.ts';

/** Formats a text in one language. Its values are code. */
export type InWords = <Key extends MessageKey>(
  key: Key,
  ...values: ArgumentsFor<Key, SentenceValue>
) => string;

/** Says that the preflight passed. Empty if none was seen, or if the ticket is about the preflight itself. */
export function passedPreflight(exchange: Exchange, told: ToldRequest, words: InWords): readonly string[] {
  const answer = currentHop(exchange).preflight?.response ?? null;
  if (told === 'preflight' || answer === null) return [];
  return [words('mdPreflightPassed', { method: 'OPTIONS', status: String(answer.status) })];
}

/** Says who answered, how sure that is, and which evidence tells it. */
export function answeredBy(answerer: Answerer | null, words: InWords): string {
  if (answerer === null) return words('mdAnsweredByUnknown');
  const { name } = STACKS[answerer.stack];
  switch (answerer.certainty) {
    case 'sure':
      return words('recognisedSure', { stack: name, evidence: answerer.evidence });
    case 'likely':
      return words('recognisedLikely', { stack: name, evidence: answerer.evidence });
    case 'chosen':
      return words('mdAnsweredByChosen', { stack: name });
  }
}

/** Of an explanation, what the headers that are asked for depend on. */
export type Told = Pick<Explanation, 'exchange' | 'diagnosis' | 'anyOrigin'>;

/** The headers that the answers need, by answer. */
export function requiredBlocks(told: Told, words: InWords): readonly string[] {
  const { exchange, diagnosis, anyOrigin } = told;
  const headers = requiredHeaders(exchange, keepingAnyOrigin(diagnosis, anyOrigin), anyOrigin);
  return (['preflight', 'response'] as const).flatMap((on) => {
    const ofPlace = headers.filter((header) => header.on === on);
    if (ofPlace.length === 0) return [];
    const title = words(on === 'preflight' ? 'fixOnPreflight' : 'fixOnResponse');
    return [title, codeBlock('http', headerLines(ofPlace.map(({ name, value }) => [name, value])))];
  });
}

/** What is asked for in case the call includes credentials, where nobody knows whether it does. */
export function credentialsNote({ exchange, diagnosis, anyOrigin }: Told, words: InWords): readonly string[] {
  if (diagnosis.credentials !== 'unknown') return [];
  const allow = 'Access-Control-Allow-Credentials';
  if (keepingAnyOrigin(diagnosis, anyOrigin) === diagnosis)
    return [words('mdCredentials', { header: allow })];
  const origin = `Access-Control-Allow-Origin: ${currentOrigin(exchange)}`;
  return [words('mdCredentialsAny', { wildcard: '*', headers: [origin, `${allow}: true`] })];
}

const SHELL_BLOCKS = {
  bash: { title: 'mdBash', language: 'sh' },
  powershell: { title: 'mdPowershell', language: 'powershell' },
} as const;

/**
 * Returns commands that show whether the server is right, and the lines that its answers then have. A call that may
 * change something is made from the page, not by a command.
 */
export function proofBlocks(
  { exchange, diagnosis, anyOrigin }: Told,
  shells: readonly Shell[],
  words: InWords,
): readonly string[] {
  const expected = expectedHeaders(exchange, keepingAnyOrigin(diagnosis, anyOrigin), anyOrigin);
  const { method } = currentHop(exchange);
  const blocks: string[] = [];
  const commands = (curl: (shell: Shell) => string | null) =>
    shells.flatMap((shell) => {
      const { title, language } = SHELL_BLOCKS[shell];
      const command = codeBlock(language, (curl(shell) ?? '').split('\n'));
      return shells.length === 1 ? [command] : [words(title), command];
    });
  if (expected.preflight.length > 0) {
    blocks.push(...commands((shell) => curlPreflight(exchange, shell)));
    blocks.push(
      words('mdExpectPreflight', { from: '200', to: '299' }),
      codeBlock('http', headerLines(expected.preflight)),
    );
  }
  if (expected.response.length > 0) {
    const safe = method === 'GET' || method === 'HEAD';
    if (safe) blocks.push(...commands((shell) => curlRequest(exchange, shell)));
    const lines = headerLines(expected.response);
    const isBrief = shells.length === 1 && lines.every((line) => line.length <= MAX_VALUE_CHARS);
    if (isBrief && !safe) blocks.push(words('agentExpectCall', { headers: lines, method }));
    else {
      const expects = safe ? words('mdExpectResponse') : words('mdExpectCall', { method });
      blocks.push(expects, codeBlock('http', lines));
    }
  }
  return blocks;
}
