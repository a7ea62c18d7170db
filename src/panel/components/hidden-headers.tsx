import type { When } from '../../cors/index.ts';
import type { Explanation } from '../../explain/index.ts';
import type { KeysWith } from '../../texts/index.ts';
import { CodeBlock } from './code-block.tsx';
import { Text, Words } from './words.tsx';

const LABEL_KEYS: Readonly<Record<When, KeysWith<'names'>>> = {
  always: 'hiddenHeaders',
  'credentials-included': 'hiddenHeadersWithCredentials',
};

/** Names the response headers that a script can't read although its call passed, and the header that exposes them. */
export function HiddenHeaders({ of: hidden }: { of: Explanation['hiddenHeaders'] }) {
  if (hidden === null) return null;
  return (
    <section>
      {hidden.neededBy.map((need) => (
        <p key={need.key}>
          <Words of={need} />
        </p>
      ))}
      <CodeBlock
        label={<Text message={LABEL_KEYS[hidden.when]} values={{ names: hidden.names }} />}
        code={`Access-Control-Expose-Headers: ${hidden.exposing}`}
        language="text"
      />
      {hidden.advice !== null && (
        <p>
          <Words of={hidden.advice} />
        </p>
      )}
    </section>
  );
}
