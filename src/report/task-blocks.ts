import type { FaultWords } from '../causes/index.ts';
import type { Diagnosis } from '../cors/index.ts';
import { conditionKey, type Explanation, isForReader } from '../explain/index.ts';
import { redactUrl } from '../privacy/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import { answeredBy, type InWords, passedPreflight, proofBlocks, requiredBlocks } from './blocks.ts';
import type { Explained } from './explained.ts';
import { listBlock } from './join-blocks.ts';
import { codeBlock, inWords } from './markdown-text.ts';
import { recipeBlocks, stepBlocks } from './recipe-blocks.ts';
import { redactExchange } from './redact-exchange.ts';
import type { Say } from './say.ts';
import { answeredLines, askedLines, toldRequest } from './told-request.ts';

/** What a coding agent has to know of one call. */
export interface TaskBlocks {
  /** What is wrong, and by what that is known. */
  readonly wrong: readonly string[];
  /** What to change, on the server or in the page. */
  readonly change: readonly string[];
  /** What proves it. */
  readonly proof: readonly string[];
}

/** Says what is wrong with a call, what to change and what proves it. Secrets are cut. */
export function taskBlocks({ explanation, variant }: Explained, say: Say): TaskBlocks {
  const exchange = redactExchange(explanation.exchange);
  const { diagnosis, headline, happened, faults, answerer, onServer, inPage } = explanation;
  const needed = { exchange, diagnosis, anyOrigin: explanation.anyOrigin };
  const told = toldRequest(exchange, diagnosis);
  const words: InWords = (key, ...values) => inWords(say, sentence(key, ...values));
  // The headline names the first.
  const others = explanation.facts.more > 0 ? faults.map((fault) => faultLine(fault, diagnosis, say)) : [];
  const recipe = recipeBlocks(explanation, variant, words);
  return {
    wrong: [
      inWords(say, headline),
      ...(happened.why === null ? [] : [inWords(say, happened.why)]),
      ...(others.length === 0 ? [] : [words('agentFaults'), listBlock(others)]),
      codeBlock('http', [...askedLines(exchange, told), '', ...answeredLines(exchange, told, answerer)]),
      listBlock([
        ...passedPreflight(exchange, told, words),
        [answeredBy(answerer, words), ...calledFrom(explanation, words)].join(' '),
      ]),
    ],
    change: [
      ...onServer.advice.map((one) => inWords(say, one)),
      ...recipe,
      // The recipe sends these, and the proof names them.
      ...(recipe.length > 0 ? [] : requiredAfter(onServer.headersLead, requiredBlocks(needed, words), say)),
      ...inPage.advice.filter((one) => !isForReader(one)).map((one) => inWords(say, one)),
      ...inPage.workarounds.flatMap(({ by, summary, steps }) => [
        by === 'page' ? `${words('agentOrInPage')} ${inWords(say, summary)}` : inWords(say, summary),
        ...steps.flatMap((step) => stepBlocks(step, words)),
      ]),
    ],
    proof: proofBlocks(needed, ['bash'], words),
  };
}

/** What no agent is to do about CORS. */
export function dontBlock(words: InWords): string {
  return listBlock([
    words('agentDontNoCors', { mode: 'mode: "no-cors"' }),
    `${words('agentDontWildcard', { header: 'Access-Control-Allow-Origin: *' })} ${words('agentDontReflect', { header: 'Origin' })}`,
    words('agentDontTwice'),
  ]);
}

/** The required headers. It is said above them if the server sends them by itself, or needs them only later. */
function requiredAfter(lead: Sentence, blocks: readonly string[], say: Say): readonly string[] {
  return blocks.length === 0 || lead.key === 'fixHeaders' ? blocks : [inWords(say, lead), ...blocks];
}

function faultLine({ sentence: words, when }: FaultWords, { credentials }: Diagnosis, say: Say): string {
  const condition = conditionKey(when, credentials);
  const text = inWords(say, words);
  return condition === null ? text : `${text} (${inWords(say, sentence(condition))})`;
}

/** The line of code, without its URL's query: what an agent looks for is a file. */
function calledFrom({ exchange: { location } }: Explanation, words: InWords): readonly string[] {
  const url = location === null ? null : URL.parse(location.url);
  if (location === null || url === null) return [];
  return [
    words('agentCalledFrom', { place: `${redactUrl(`${url.origin}${url.pathname}`)}:${location.line}` }),
  ];
}
