import { heldConnections, type JudgedExchange } from '../../explain/index.ts';
import { useModel } from '../model/model-context.ts';
import { Words } from './words.tsx';

/** Says why a call that is still waiting gets no connection to its server. */
export function HeldConnections({ row }: { row: JudgedExchange }) {
  const { rows } = useModel();
  if (row.diagnosis.outcome !== 'pending') return null;
  const held = heldConnections(
    row.exchange,
    rows.value.map(({ exchange }) => exchange),
  );
  if (held === null) return null;
  return (
    <p class="held-connections">
      <Words of={held.why} /> <Words of={held.advice} />
    </p>
  );
}
