import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { causeLabel } from '../../src/causes/labels.ts';
import { adviceOn, causeHeadline, whatHappened } from '../../src/causes/lookup.ts';
import { rootCause } from '../../src/causes/root-cause.ts';
import { seenAnswers } from '../../src/causes/seen-answers.ts';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { Exchange } from '../../src/cors/exchange.ts';
import type { Sentence } from '../../src/texts/sentence.ts';

const TEXTS: Readonly<Record<string, { message: string; placeholders?: Readonly<Record<string, unknown>> }>> =
  en;

/** A sentence in English, its lists joined. */
export function say({ key, values }: Sentence): string {
  let text = TEXTS[key]?.message ?? '';
  for (const name of Object.keys(TEXTS[key]?.placeholders ?? {})) {
    text = text.replaceAll(`$${name.toUpperCase()}$`, [values[name] ?? '?'].flat().join(', '));
  }
  return text;
}

/** All that is said of the root cause. */
export interface Said {
  readonly id: string;
  readonly label: string;
  readonly headline: string;
  readonly happened: string;
  /** With `page: ` or `server: ` in front. */
  readonly advice: readonly string[];
}

/** What is said of an exchange; null where nothing is wrong. */
export function saidOf(exchange: Exchange, others: readonly Exchange[] = []): Said | null {
  const seen = seenAnswers([exchange, ...others]).beside(exchange);
  const cause = rootCause(exchange, diagnose(exchange, CHROME), seen);
  if (cause === null) return null;
  const happened = whatHappened(exchange, cause);
  return {
    id: cause.id,
    label: say(causeLabel(cause)),
    headline: say(causeHeadline(exchange, cause)),
    happened: happened === null ? '' : say(happened),
    advice: adviceOn(exchange, cause).map(({ by, sentence }) => `${by}: ${say(sentence)}`),
  };
}
