import { describe, expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { ERROR_CODES } from '../../src/commands/command-error.ts';
import { errorSentence } from '../../src/commands/error-sentence.ts';
import { sampleProblem } from './sample-problem.ts';

describe.each(ERROR_CODES)('of the error %s people are told', (code) => {
  const { key, values } = errorSentence(sampleProblem(code));

  test('in a sentence of its own', () => {
    const others = ERROR_CODES.filter((one) => one !== code).map(
      (one) => errorSentence(sampleProblem(one)).key,
    );
    expect(others).not.toContain(key);
    expect(en[key].message).toMatch(/^[A-Z].*\.$/);
  });

  test('all of its values', () => {
    const message: { readonly message: string; readonly placeholders?: object } = en[key];
    expect(Object.keys(values).sort()).toEqual(Object.keys(message.placeholders ?? {}).sort());
    expect(Object.values(values)).not.toContain(undefined);
  });

  test('in Chinese without English words', () => {
    expect(zh[key].message).toMatch(/\p{Script=Han}.*。$/u);
    expect(zh[key].message).not.toMatch(/[a-z]{2,} [a-z]{2,}/);
  });
});
