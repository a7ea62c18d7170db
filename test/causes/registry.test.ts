import { describe, expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { causeLabel } from '../../src/causes/labels.ts';
import { adviceOn, causeHeadline, whatHappened } from '../../src/causes/lookup.ts';
import { OUTSIDE_PRECEDENCE } from '../../src/causes/outside-precedence.ts';
import { PRECEDENCE } from '../../src/causes/precedence.ts';
import { CAUSES } from '../../src/causes/registry.ts';
import { rootCause } from '../../src/causes/root-cause.ts';
import { seenAnswers } from '../../src/causes/seen-answers.ts';
import { NETWORK_WORDS } from '../../src/causes/words/network.ts';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { Exchange } from '../../src/cors/exchange.ts';
import { CAUSE_TABLE } from './cause-table.ts';

const modules = import.meta.glob<Readonly<Record<string, unknown>>>(
  ['../../src/causes/*.ts', '../../src/causes/words/*.ts'],
  { eager: true },
);

/** What the files of each name export: a cause's words may stand in a file of their own, which the worker doesn't load. */
const exportedBy = new Map<string, Readonly<Record<string, unknown>>>();
for (const [path, exported] of Object.entries(modules)) {
  const name = path.split('/').at(-1)?.replace('.ts', '') ?? '';
  exportedBy.set(name, { ...exportedBy.get(name), ...exported });
}

/** The files that define a cause, by their names without the ending. */
const files = [...exportedBy].flatMap(([name, exported]) => {
  const texts = Object.values(exported).filter(isTexts);
  const finders = Object.entries(exported).filter(([key]) => key.startsWith('find'));
  return texts.length === 0 ? [] : [{ name, texts, finders }];
});

const ids = Object.keys(CAUSES);
const registered = new Map<string, unknown>(Object.entries(CAUSES));
const corsIds = ids.filter((id) => !(id in NETWORK_WORDS));

describe('a file that defines a cause', () => {
  test('every cause of CORS has a file', () => {
    expect(files.map(({ name }) => name).sort()).toEqual([...corsIds].sort());
  });

  test.each(files)('$name is in the registry, under its own name', ({ name, texts }) => {
    expect(texts).toEqual([registered.get(name)]);
  });

  test.each(files)('$name has all its finders in the table of precedence, under its own name', (file) => {
    const rules: readonly unknown[] = [...PRECEDENCE, ...OUTSIDE_PRECEDENCE].flatMap(({ id, find }) =>
      id === file.name ? [find] : [],
    );
    expect(file.finders).not.toEqual([]);
    const forgotten = file.finders.filter(([, find]) => !rules.some((rule) => rule === find));
    expect(forgotten.map(([name]) => name)).toEqual([]);
  });
});

describe('every cause', () => {
  test.each(ids)('%s has a case in cause-table.ts, and all its texts in both languages', (id) => {
    const cases = CAUSE_TABLE.filter(([, , named]) => named === id);
    expect(cases.length).toBeGreaterThan(0);
    for (const [because, exchange, , others] of cases) {
      const missing = textKeys(exchange, others).filter((key) => !textsOf(en, key) || !textsOf(zh, key));
      expect({ because, missing }).toEqual({ because, missing: [] });
    }
  });
});

function isTexts(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'headline' in value && 'advice' in value;
}

/** The keys of the texts on the exchange's root cause. */
function textKeys(exchange: Exchange, others: readonly Exchange[] = []): readonly string[] {
  const seen = seenAnswers([exchange, ...others]).beside(exchange);
  const cause = rootCause(exchange, diagnose(exchange, CHROME), seen);
  if (cause === null) return ['no cause'];
  const advice = adviceOn(exchange, cause).map(({ sentence }) => sentence);
  const sentences = [
    causeLabel(cause),
    causeHeadline(exchange, cause),
    whatHappened(exchange, cause),
    ...advice,
  ];
  return sentences.flatMap((sentence) => sentence?.key ?? []);
}

function textsOf(messages: Readonly<Record<string, { readonly message: string }>>, key: string): string {
  return messages[key]?.message ?? '';
}
