import type { PageSide } from '../../explain/index.ts';
import { Advice } from './advice.tsx';
import { WayOut } from './way-out.tsx';

/** Shows what can be done in the page's code, if the user doesn't run the server. */
export function PageFix({ of: { advice, workarounds } }: { of: PageSide }) {
  return (
    <>
      <Advice of={advice} />
      {workarounds.map((way) => (
        <WayOut key={`${way.summary.key} ${way.docs}`} way={way} restart={{ type: 'none' }} />
      ))}
    </>
  );
}
