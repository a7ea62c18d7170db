import { currentHop, exposingValue, hiddenHeaderNames } from '../../cors/index.ts';
import type { Row } from '../model/row.ts';
import { CodeBlock } from './code-block.tsx';
import { Text } from './words.tsx';

/** On a call that passed: which response headers its script can't read all the same, and what lets it. */
export function HiddenHeaders({ row: { exchange, diagnosis } }: { row: Row }) {
  const { response } = currentHop(exchange);
  if (diagnosis.outcome !== 'allowed' || response === null) return null;
  const mode = diagnosis.credentials === 'included' ? 'include' : 'omit';
  const names = hiddenHeaderNames(response.headerList, mode).filter((name) => !isPlumbing(name));
  if (names.length === 0) return null;
  return (
    <section>
      <CodeBlock
        label={<Text message="hiddenHeaders" values={[names]} />}
        code={`Access-Control-Expose-Headers: ${exposingValue(response.headerList, names)}`}
        language="text"
      />
    </section>
  );
}

/** Headers that scripts have no use for. */
function isPlumbing(name: string): boolean {
  const plumbing = ['connection', 'date', 'keep-alive', 'transfer-encoding', 'vary'];
  return plumbing.includes(name) || name.startsWith('access-control-');
}
