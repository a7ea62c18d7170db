import { currentHop, hostOf } from '../../cors/index.ts';
import type { Explanation } from '../../explain/index.ts';
import { type Sentence, sentence } from '../../texts/index.ts';
import { secondOfDay } from '../model/clock.ts';
import { Words } from './words.tsx';

const HEADER = 'Access-Control-Allow-Origin';

/** What other answers of the same URL or server say of this one: that it worked until a time, or works elsewhere. */
export function OtherAnswers({ of: { otherAnswers, exchange } }: { of: Explanation }) {
  if (otherAnswers === null) return null;
  return (
    <p class="dim other-answers">
      <Words of={wordsOf(otherAnswers, hostOf(currentHop(exchange).url))} />
    </p>
  );
}

function wordsOf(others: NonNullable<Explanation['otherAnswers']>, host: string): Sentence {
  switch (others.type) {
    case 'lost': {
      const [until, since] = [secondOfDay(others.until), secondOfDay(others.since)];
      return sentence('othersLost', { header: HEADER, until, since, host });
    }
    case 'carry':
      return sentence(others.of === 'url' ? 'othersOfUrlCarry' : 'othersOfServerCarry', {
        header: HEADER,
        host,
      });
  }
}
