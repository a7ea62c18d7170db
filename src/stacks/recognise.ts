import { currentHop, type Exchange, type HeaderList } from '../cors/index.ts';
import type { CorsSetup, Fingerprint, ServerAnswer } from './fingerprint.ts';
import { FINGERPRINTS } from './fingerprints.ts';
import { isBuiltOn, type StackId } from './stack-id.ts';

/** A recognised stack, how sure that is, and the evidence. */
export interface Recognition {
  readonly stack: StackId;
  readonly certainty: Fingerprint['certainty'];
  readonly cors: CorsSetup | null;
  /** The stack's releases that send such an answer. Null if the answer doesn't tell. */
  readonly releases: string | null;
  /** Whether the stack is known to have made the answer itself, such as a proxy without the application behind it. */
  readonly own: boolean;
  readonly to: ServerAnswer['to'];
  /** The evidence, as it was sent: `405`, `server: uvicorn`. */
  readonly evidence: readonly string[];
}

/**
 * Returns the stacks that may have sent this answer, surest first, each once. A stack on which another found one is
 * built is left out.
 */
export function recognise(answer: ServerAnswer): readonly Recognition[] {
  const lines = linesByName(answer.headerList);
  const found: Recognition[] = [];
  for (const { stack, fingerprint, patterns } of candidates(lines)) {
    if (!patterns.every(([name, pattern]) => lines.has(name) === (pattern !== false))) continue;
    const match = matchOf(stack, fingerprint, patterns, answer, lines);
    if (match !== null) found.push(match);
  }
  return distinct(found);
}

/** A fingerprint with its headers by their lower-cased names. */
interface Prepared {
  readonly index: number;
  readonly stack: StackId;
  readonly fingerprint: Fingerprint;
  readonly patterns: readonly (readonly [name: string, pattern: RegExp | false])[];
}

const PREPARED: readonly Prepared[] = FINGERPRINTS.flatMap(([stack, fingerprints]) =>
  fingerprints.map((fingerprint) => {
    const patterns = Object.entries(fingerprint.headers);
    return {
      stack,
      fingerprint,
      patterns: patterns.map(([name, pattern]) => [name.toLowerCase(), pattern] as const),
    };
  }),
).map((prepared, index) => ({ ...prepared, index }));

/** The fingerprints by one header that they require; by null if they require none. */
const BY_HEADER = new Map<string | null, Prepared[]>();
for (const prepared of PREPARED) {
  const required = prepared.patterns.find(([, pattern]) => pattern !== false)?.[0] ?? null;
  BY_HEADER.set(required, [...(BY_HEADER.get(required) ?? []), prepared]);
}

/** Returns the few fingerprints that answers with these headers may match, in their order. */
function candidates(lines: Lines): readonly Prepared[] {
  const found = [null, ...lines.keys()].flatMap((name) => BY_HEADER.get(name) ?? []);
  return found.sort((one, other) => one.index - other.index);
}

type Lines = ReadonlyMap<string, HeaderList>;

function linesByName(headerList: HeaderList): Lines {
  const lines = new Map<string, HeaderList>();
  for (const line of headerList) {
    const name = line[0].toLowerCase();
    lines.set(name, [...(lines.get(name) ?? []), line]);
  }
  return lines;
}

/** Returns the stacks that may have answered the exchange's current hop, surest first, each once. */
export function whoAnswered(exchange: Exchange): readonly Recognition[] {
  return distinct(answersOf(exchange).flatMap(recognise));
}

function answersOf(exchange: Exchange): readonly ServerAnswer[] {
  const { url, method, preflight, response } = currentHop(exchange);
  const answers: ServerAnswer[] = [];
  if (preflight !== null && preflight.response !== null) {
    answers.push({ to: 'preflight', url, method: 'OPTIONS', ...preflight.response });
  }
  if (response !== null) answers.push({ to: 'request', url, method, ...response });
  return answers;
}

function distinct(found: readonly Recognition[]): readonly Recognition[] {
  const ordered = [...found].sort((one, other) => rank(one) - rank(other));
  return ordered.filter(
    ({ stack }, index) =>
      !ordered.some(
        (other, position) =>
          (other.stack === stack && position < index) ||
          (other.stack !== stack && isBuiltOn(other.stack, stack)),
      ),
  );
}

/** Puts the surest first. Among equals, the one with more evidence comes first. */
function rank({ certainty, cors, own }: Recognition): number {
  return (certainty === 'sure' ? 0 : 4) + (own ? 0 : 2) + (cors === null ? 1 : 0);
}

function matchOf(
  stack: StackId,
  fingerprint: Fingerprint,
  patterns: Prepared['patterns'],
  answer: ServerAnswer,
  byName: Lines,
): Recognition | null {
  const { certainty, cors = null, releases = null, own = false } = fingerprint;
  const { to, status, url } = fingerprint;
  const { spelled = [], contentLength } = fingerprint;
  if (to !== undefined && to !== answer.to) return null;
  if (status !== undefined && !status.includes(answer.status)) return null;
  const evidence = status === undefined ? [] : [String(answer.status)];
  const place = url === undefined ? [] : url.exec(answer.url);
  if (place === null) return null;
  evidence.push(...place.slice(0, 1));
  for (const [name, pattern] of patterns) {
    if (pattern === false) continue;
    const line = byName.get(name)?.find(([, value]) => pattern.test(value));
    if (line === undefined) return null;
    evidence.push(`${line[0]}: ${line[1]}`);
  }
  if (!spelled.every((name) => answer.headerList.some((line) => line[0] === name))) return null;
  if (contentLength !== undefined) {
    const lengths = [contentLength(answer)].flat().map(String);
    const line = answer.headerList.find(
      ([name, value]) => /^content-length$/i.test(name) && lengths.includes(value),
    );
    if (line === undefined) return null;
    evidence.push(`${line[0]}: ${line[1]}`);
  }
  return { stack, certainty, cors, releases, own, to: answer.to, evidence };
}
