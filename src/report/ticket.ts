import { currentHop, currentOrigin, type Hop, hostOf } from '../cors/index.ts';
import { type Answerer, consoleLine, type Explanation } from '../explain/index.ts';
import { redactText } from '../privacy/index.ts';
import { STACKS } from '../stacks/index.ts';
import { sentence } from '../texts/index.ts';
import {
  answeredBy,
  credentialsNote,
  type InWords,
  passedPreflight,
  proofBlocks,
  requiredBlocks,
} from './blocks.ts';
import { SHELLS } from './curl.ts';
import { codeBlock, inWords } from './markdown-text.ts';
import { playbackBlock } from './playback.ts';
import { redactExchange } from './redact-exchange.ts';
import type { Say } from './say.ts';
import { answeredLines, askedLines, type ToldRequest, toldRequest } from './told-request.ts';

/** What a ticket is written from. */
export type Handover = Pick<
  Explanation,
  'exchange' | 'diagnosis' | 'cause' | 'headline' | 'advice' | 'answerer' | 'anyOrigin' | 'unsentCookies'
>;

/**
 * A ticket for the back-end team, in Markdown. Secrets are cut. Values from the network are code, so that they can't be
 * markup.
 */
export function ticket(handover: Handover, say: Say): string {
  const exchange = redactExchange(handover.exchange);
  const { diagnosis, headline, advice, answerer } = handover;
  const { url } = currentHop(exchange);
  const needed = { exchange, diagnosis, anyOrigin: handover.anyOrigin };
  const told = toldRequest(exchange, diagnosis);
  const words: InWords = (key, ...values) => inWords(say, sentence(key, ...values));
  const symptom = consoleLine(exchange, diagnosis);
  const blocks = [
    `# ${words('mdTitle', { host: hostOf(url), origin: currentOrigin(exchange) })}`,
    inWords(say, headline),
    ...(symptom === null ? [] : [words('mdConsole'), codeBlock('text', [redactText(symptom.line)])]),
    `## ${words('mdAsked')}`,
    codeBlock('http', askedLines(exchange, told)),
    `## ${words('mdAnswered')}`,
    ...passedPreflight(exchange, told, words),
    answeredBy(answerer, words),
    codeBlock('http', answeredLines(exchange, told, answerer)),
    `## ${words('mdLayer')}`,
    layerOf(answerer, told, currentHop(exchange), words),
    words(told === 'preflight' ? 'mdOneLayer' : 'mdOneLayerCall'),
    ...advice.map((one) => inWords(say, one)),
    ...requiredBlocks(needed, words),
    ...credentialsNote(needed, words),
    `## ${words('mdDone')}`,
    ...proofBlocks(needed, SHELLS, words),
    words('mdCurl'),
    words('playback'),
    playbackBlock([handover]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The layer that answered the request that the ticket is about. */
function layerOf(answerer: Answerer | null, told: ToldRequest, { url, method }: Hop, words: InWords): string {
  const ofPreflight = told === 'preflight';
  const asked = ofPreflight ? 'OPTIONS' : method;
  if (answerer === null || answerer.certainty === 'likely')
    return words('mdLayerUnknown', { method: asked, host: hostOf(url) });
  const { name, layer } = STACKS[answerer.stack];
  switch (layer) {
    case 'application':
      return ofPreflight
        ? words('mdLayerApplication', { stack: name })
        : words('mdLayerApplicationCall', { stack: name, method: asked });
    case 'proxy':
      return words('mdLayerProxy', { stack: name });
    case 'gateway':
      return words(ofPreflight ? 'mdLayerGateway' : 'mdLayerGatewayCall', { stack: name, method: asked });
    case 'platform':
      return words('mdLayerPlatform', { stack: name });
  }
}
