import { currentHop, type Exchange } from '../cors/index.ts';
import { redactUrl } from '../privacy/index.ts';
import { type KeysWith, sentence } from '../texts/index.ts';
import { agentPrompt } from './agent-prompt.ts';
import type { InWords } from './blocks.ts';
import type { Explained } from './explained.ts';
import { joinBlocks, listBlock } from './join-blocks.ts';
import { codeSpan, inWords } from './markdown-text.ts';
import { playbackBlock } from './playback.ts';
import type { Say } from './say.ts';
import { dontBlock, taskBlocks } from './task-blocks.ts';

/** Requests with one cause at one server, and the one of them that is explained. */
export interface ExplainedCause {
  readonly explained: Explained;
  /** All of them, the explained one included. */
  readonly exchanges: readonly Exchange[];
}

/** How many requests of a cause are listed: a task needs no more of them. */
const LISTED = 10;

/** A task for a coding agent with several causes, each explained once, however many requests have it. */
export function agentPromptOfMany(causes: readonly ExplainedCause[], say: Say): string {
  const [first] = causes;
  const requests = causes.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
  if (first !== undefined && requests === 1) return agentPrompt(first.explained, say);
  const words: InWords = (key, ...values) => inWords(say, sentence(key, ...values));
  const counted = (count: number, one: KeysWith<'count'>, other: KeysWith<'count'>) =>
    say(sentence(count === 1 ? one : other, { count: String(count) }));
  const requestsIn = (count: number) => counted(count, 'requestCountOne', 'requestCountOther');
  const causesIn = counted(causes.length, 'causeCountOne', 'causeCountOther');
  return joinBlocks([
    `# ${say(sentence('agentManyTitle', { requests: requestsIn(requests), causes: causesIn }))}`,
    words('agentData'),
    ...causes.flatMap(({ explained, exchanges }, index) => {
      const { wrong, change, proof } = taskBlocks(explained, say);
      const [number, total] = [String(index + 1), String(causes.length)];
      return [
        `## ${say(sentence('agentCause', { number, total, requests: requestsIn(exchanges.length) }))}`,
        requestList(exchanges, words),
        `### ${words('agentWrong')}`,
        ...wrong,
        `### ${words('agentChange')}`,
        ...change,
        `### ${words('mdDone')}`,
        ...proof,
        words('agentRepeat'),
      ];
    }),
    `## ${words('agentDont')}`,
    dontBlock(words),
    words('playback'),
    playbackBlock(causes.map(({ explained }) => explained.explanation)),
  ]);
}

/** Equal requests are one item. */
function requestList(exchanges: readonly Exchange[], words: InWords): string {
  const lines = exchanges.map((exchange) => {
    const { url, method } = currentHop(exchange);
    return `${method} ${redactUrl(url)}`;
  });
  const distinct = [...new Set(lines)];
  const more = distinct.length - LISTED;
  return listBlock([
    ...distinct.slice(0, LISTED).map(codeSpan),
    ...(more > 0 ? [words('agentMoreRequests', { count: String(more) })] : []),
  ]);
}
