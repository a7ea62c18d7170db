import { useModel } from '../model/model-context.ts';
import { useWatch } from '../model/use-grants.ts';
import { lazily } from './lazily.tsx';
import './blind-spots.css';

const LazyNotes = lazily(async () => (await import('./blind-spot-notes.tsx')).BlindSpotNotes);

/** Says which requests the list may lack, and why. Usually renders nothing, so the code for that is loaded only then. */
export function BlindSpots() {
  const { pageOrigin, dropped, unheard, droppedOutside } = useModel();
  const isWithheld = useWatch(pageOrigin.value) === 'withheld';
  if (!isWithheld && dropped.value + unheard.value + droppedOutside.value === 0) return null;
  return <LazyNotes isWithheld={isWithheld} />;
}
