import type { PageSide } from '../../explain/index.ts';
import { Advice } from './advice.tsx';
import { WayOut } from './way-out.tsx';

/** What can be done in the page's code, where the server isn't the user's. */
export function PageFix({ of: { advice, workarounds } }: { of: PageSide }) {
  return (
    <>
      <Advice of={advice} />
      {workarounds.map((way) => (
        <WayOut key={`${way.summary.key} ${way.docs}`} way={way} restart="" />
      ))}
    </>
  );
}
