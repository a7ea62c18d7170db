import type { JudgedExchange } from '../../explain/index.ts';
import { adviceSides, clientWays } from '../../explain/index.ts';
import { Advice } from './advice.tsx';
import { WayOut } from './way-out.tsx';

/** What can be done in the page's code, where the server isn't the user's. */
export function PageFix({ row }: { row: JudgedExchange }) {
  return (
    <>
      <Advice of={adviceSides(row).inPage} />
      {clientWays(row).map((way) => (
        <WayOut key={way.docs} way={way} restart="" />
      ))}
    </>
  );
}
