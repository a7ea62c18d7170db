import { signal } from '@preact/signals';
import { t } from '../../browser/i18n.ts';
import type { Explanation } from '../../explain/index.ts';
import { TEST_KINDS, type TestKind, testedCall } from '../../report/index.ts';
import { CopyButton } from './copy-button.tsx';

/** Shared by all requests, since nobody changes test runners between two of them. */
const kind = signal<TestKind>('node');

/** The names of programs, which no language translates. */
const KIND_NAMES: Readonly<Record<TestKind, string>> = {
  node: 'node:test',
  vitest: 'Vitest',
  pytest: 'pytest + httpx',
  shell: 'sh + curl',
};

/** Copies the call as a test that stands on its own. Its writers are loaded when somebody copies one. */
export function CopyTest({ of: explanation }: { of: Explanation }) {
  const call = testedCall(explanation);
  if (call === null) return null;
  const text = async () => {
    const { corsTest } = await import('../copied-test.ts');
    return corsTest(call, kind.value);
  };
  return (
    <fieldset>
      <legend>{t('copyTest')}</legend>
      <CopyButton text={text} />
      <select
        aria-label={t('copyTestKind')}
        value={kind.value}
        onChange={({ currentTarget: { value } }) => {
          kind.value = TEST_KINDS.find((name) => name === value) ?? 'node';
        }}
      >
        {TEST_KINDS.map((name) => (
          <option key={name} value={name}>
            {KIND_NAMES[name]}
          </option>
        ))}
      </select>
    </fieldset>
  );
}
