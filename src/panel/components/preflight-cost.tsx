import { type Explanation, preflightsOfPage } from '../../explain/index.ts';
import { useModel } from '../model/model-context.ts';
import { Words } from './words.tsx';

/** Says quietly what the preflight cost, what spares it, and what all preflights of the page cost. */
export function PreflightCost({ of: { preflightCost } }: { of: Explanation }) {
  const { rows } = useModel();
  if (preflightCost.length === 0) return null;
  const ofPage = preflightsOfPage(rows.value.map(({ exchange }) => exchange));
  return (
    <p class="preflight-cost dim">
      {[...preflightCost, ...(ofPage === null ? [] : [ofPage])].map((sentence) => (
        <span key={sentence.key}>
          <Words of={sentence} />{' '}
        </span>
      ))}
    </p>
  );
}
