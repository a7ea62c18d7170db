import { currentHop, type Diagnosis, type Exchange } from '../cors/index.ts';
import { type Answerer, expectedHeaders, requiredHeaders } from '../explain/index.ts';
import { STACKS } from '../stacks/index.ts';
import type { ArgumentsFor, MessageKey, SentenceValue } from '../texts/index.ts';
import { curlPreflight, curlRequest, type Shell } from './curl.ts';
import { headerLines } from './header-lines.ts';
import { codeBlock } from './markdown-text.ts';
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

/** The headers that the answers need, by answer. */
export function requiredBlocks(exchange: Exchange, diagnosis: Diagnosis, words: InWords): readonly string[] {
  const headers = requiredHeaders(exchange, diagnosis);
  return (['preflight', 'response'] as const).flatMap((on) => {
    const ofPlace = headers.filter((header) => header.on === on);
    if (ofPlace.length === 0) return [];
    const title = words(on === 'preflight' ? 'fixOnPreflight' : 'fixOnResponse');
    return [title, codeBlock('http', headerLines(ofPlace.map(({ name, value }) => [name, value])))];
  });
}

/** Says what the server also needs if the call includes credentials. Empty if the credentials mode is known. */
export function credentialsNote({ credentials }: Diagnosis, words: InWords): readonly string[] {
  return credentials === 'unknown'
    ? [words('mdCredentials', { header: 'Access-Control-Allow-Credentials' })]
    : [];
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
  exchange: Exchange,
  diagnosis: Diagnosis,
  shells: readonly Shell[],
  words: InWords,
): readonly string[] {
  const expected = expectedHeaders(exchange, diagnosis);
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
    const expects = safe ? words('mdExpectResponse') : words('mdExpectCall', { method });
    blocks.push(expects, codeBlock('http', headerLines(expected.response)));
  }
  return blocks;
}
