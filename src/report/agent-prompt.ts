import { currentHop, currentOrigin, hostOf } from '../cors/index.ts';
import { sentence } from '../texts/index.ts';
import type { InWords } from './blocks.ts';
import type { Explained } from './explained.ts';
import { joinBlocks } from './join-blocks.ts';
import { inWords } from './markdown-text.ts';
import { playbackBlock } from './playback.ts';
import { redactExchange } from './redact-exchange.ts';
import type { Say } from './say.ts';
import { dontBlock, taskBlocks } from './task-blocks.ts';

/**
 * A task for a coding agent that can change the server or the page, in Markdown. Secrets are cut. Text from the network
 * stands in code spans and code blocks alone, and the prompt says that it is data.
 */
export function agentPrompt(explained: Explained, say: Say): string {
  const exchange = redactExchange(explained.explanation.exchange);
  const words: InWords = (key, ...values) => inWords(say, sentence(key, ...values));
  const { wrong, change, proof } = taskBlocks(explained, say);
  return joinBlocks([
    `# ${words('agentTitle', { host: hostOf(currentHop(exchange).url), origin: currentOrigin(exchange) })}`,
    words('agentData'),
    `## ${words('agentWrong')}`,
    ...wrong,
    `## ${words('agentChange')}`,
    ...change,
    `## ${words('agentDont')}`,
    dontBlock(words),
    `## ${words('mdDone')}`,
    ...proof,
    words('agentRepeat'),
    words('playback'),
    playbackBlock([explained.explanation]),
  ]);
}
