import {
  currentHop,
  currentOrigin,
  type Diagnosis,
  type Exchange,
  type HeaderList,
  type Hop,
  hostOf,
} from '../cors/index.ts';
import {
  type Answerer,
  consoleLine,
  type Explanation,
  expectedHeaders,
  requiredHeaders,
} from '../explain/index.ts';
import { redactText, redactUrl, redactValues } from '../privacy/index.ts';
import { STACKS } from '../stacks/index.ts';
import { sentence } from '../texts/index.ts';
import { curlPreflight, curlRequest } from './curl.ts';
import { codeBlock, inWords } from './markdown-text.ts';
import type { Say } from './say.ts';

/** What a ticket is written from. */
export type Handover = Pick<Explanation, 'exchange' | 'diagnosis' | 'headline' | 'advice' | 'answerer'>;

/**
 * A ticket for the back-end team, in Markdown. Secrets are cut, and values from the network are code: whatever is in
 * them is no markup.
 */
export function toMarkdown(handover: Handover, say: Say): string {
  const exchange = redactExchange(handover.exchange);
  const { diagnosis, headline, advice, answerer } = handover;
  const { url } = currentHop(exchange);
  const told = toldRequest(exchange, diagnosis);
  const words = (...of: Parameters<typeof sentence>) => inWords(say, sentence(...of));
  const symptom = consoleLine(exchange, diagnosis);
  const blocks = [
    `# ${words('mdTitle', hostOf(url), currentOrigin(exchange))}`,
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
    ...required(exchange, diagnosis, words),
    ...credentialsNote(diagnosis, words),
    `## ${words('mdDone')}`,
    ...doneWhen(exchange, diagnosis, words),
    words('mdCurl'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

type InWords = (...of: Parameters<typeof sentence>) => string;

function redactExchange(exchange: Exchange): Exchange {
  const redact = (hop: Hop): Hop => ({ ...hop, url: redactUrl(hop.url) });
  const [first, ...rest] = exchange.hops;
  return { ...exchange, hops: [redact(first), ...rest.map(redact)] };
}

/** Which request a ticket tells of, question and answer: the preflight if that failed, else the call itself. */
type ToldRequest = 'preflight' | 'call';

function toldRequest(exchange: Exchange, { failures }: Diagnosis): ToldRequest {
  const { preflight, requestHeaders, response } = currentHop(exchange);
  if (preflight === null) return 'call';
  const last = exchange.hops.length - 1;
  const faulty = failures.some(({ stage, hop }) => stage === 'preflight' && hop === last);
  return faulty || (requestHeaders === null && response === null) ? 'preflight' : 'call';
}

const ASKED = /^(?:origin|access-control-request-.+)$/i;

function askedLines(exchange: Exchange, told: ToldRequest): readonly string[] {
  const { url, method, preflight, requestHeaders } = currentHop(exchange);
  const ofPreflight = told === 'preflight';
  const list = (ofPreflight ? preflight?.requestHeaders : requestHeaders) ?? [];
  const lines = linesOf(list.filter(([name]) => ASKED.test(name)));
  const first = `${ofPreflight ? 'OPTIONS' : method} ${url}`;
  return [first, ...(lines.length === 0 ? [`Origin: ${currentOrigin(exchange)}`] : lines)];
}

/** Says that the preflight passed, where one was seen and isn't what the ticket tells of. */
function passedPreflight(exchange: Exchange, told: ToldRequest, words: InWords): readonly string[] {
  const answer = currentHop(exchange).preflight?.response ?? null;
  if (told === 'preflight' || answer === null) return [];
  return [words('mdPreflightPassed', 'OPTIONS', String(answer.status))];
}

/** Headers by which CORS is decided, or the answer explained. */
const TELLING =
  /^(?:access-control-.+|vary|location|allow|content-type|retry-after|server|via|cf-ray|x-powered-by|www-authenticate|grpc-status|grpc-message|ngrok-error-code|x-amzn-errortype)$/i;

function answeredLines(exchange: Exchange, told: ToldRequest, answerer: Answerer | null): readonly string[] {
  const { preflight, response } = currentHop(exchange);
  const answer = told === 'preflight' ? (preflight?.response ?? null) : response;
  if (answer === null) return ['–'];
  const evidence = answerer === null || answerer.certainty === 'chosen' ? [] : answerer.evidence;
  const shown = answer.headerList.filter(
    ([name, value]) => TELLING.test(name) || evidence.includes(`${name}: ${value}`),
  );
  return [`HTTP ${answer.status}`, ...linesOf(redactValues(shown))];
}

function answeredBy(answerer: Answerer | null, words: InWords): string {
  if (answerer === null) return words('mdAnsweredByUnknown');
  const { name } = STACKS[answerer.stack];
  switch (answerer.certainty) {
    case 'sure':
      return words('recognisedSure', name, answerer.evidence);
    case 'likely':
      return words('recognisedLikely', name, answerer.evidence);
    case 'chosen':
      return words('mdAnsweredByChosen', name);
  }
}

/** The layer that answers the request that the ticket tells of. */
function layerOf(answerer: Answerer | null, told: ToldRequest, { url, method }: Hop, words: InWords): string {
  const ofPreflight = told === 'preflight';
  const asked = ofPreflight ? 'OPTIONS' : method;
  if (answerer === null) return words('mdLayerUnknown', asked, hostOf(url));
  const { name, layer } = STACKS[answerer.stack];
  switch (layer) {
    case 'application':
      return ofPreflight ? words('mdLayerApplication', name) : words('mdLayerApplicationCall', name, asked);
    case 'proxy':
      return words('mdLayerProxy', name);
    case 'gateway':
      return words(ofPreflight ? 'mdLayerGateway' : 'mdLayerGatewayCall', name, asked);
    case 'platform':
      return words('mdLayerPlatform', name);
  }
}

function required(exchange: Exchange, diagnosis: Diagnosis, words: InWords): readonly string[] {
  const headers = requiredHeaders(exchange, diagnosis);
  return (['preflight', 'response'] as const).flatMap((on) => {
    const ofPlace = headers.filter((header) => header.on === on);
    if (ofPlace.length === 0) return [];
    const title = words(on === 'preflight' ? 'fixOnPreflight' : 'fixOnResponse');
    return [
      title,
      codeBlock(
        'http',
        ofPlace.map(({ name, value }) => `${name}: ${value}`),
      ),
    ];
  });
}

/** What is asked for in case the call includes credentials, where nobody knows whether it does. */
function credentialsNote({ credentials }: Diagnosis, words: InWords): readonly string[] {
  return credentials === 'unknown' ? [words('mdCredentials', 'Access-Control-Allow-Credentials')] : [];
}

/** A call that may change something is made from the page, not from a ticket. */
function doneWhen(exchange: Exchange, diagnosis: Diagnosis, words: InWords): readonly string[] {
  const expected = expectedHeaders(exchange, diagnosis);
  const { method } = currentHop(exchange);
  const blocks: string[] = [];
  const commands = (curl: (shell: 'bash' | 'powershell') => string | null) => [
    words('mdBash'),
    codeBlock('sh', (curl('bash') ?? '').split('\n')),
    words('mdPowershell'),
    codeBlock('powershell', (curl('powershell') ?? '').split('\n')),
  ];
  if (expected.preflight.length > 0) {
    blocks.push(...commands((shell) => curlPreflight(exchange, shell)));
    blocks.push(words('mdExpectPreflight', '200', '299'), codeBlock('http', linesOf(expected.preflight)));
  }
  if (expected.response.length > 0) {
    const safe = method === 'GET' || method === 'HEAD';
    if (safe) blocks.push(...commands((shell) => curlRequest(exchange, shell)));
    const expects = safe ? words('mdExpectResponse') : words('mdExpectCall', method);
    blocks.push(expects, codeBlock('http', linesOf(expected.response)));
  }
  return blocks;
}

function linesOf(list: HeaderList): readonly string[] {
  return list.map(([name, value]) => `${name}: ${value}`);
}
