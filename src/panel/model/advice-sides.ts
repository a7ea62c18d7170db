import { adviceOn } from '../../causes/index.ts';
import type { MessageKey, Sentence } from '../../texts/index.ts';
import type { Row } from './row.ts';

/** What to do about a cause, by who can do it. */
export interface AdviceSides {
  readonly onServer: readonly Sentence[];
  /** What helps in the page's code, where the server isn't the user's. */
  readonly inPage: readonly Sentence[];
}

const OF_CREDENTIALS: MessageKey = 'adviceOmitCredentials';

/** What the ways out on the page's side say more exactly, with code. */
const OF_LIBRARIES: readonly MessageKey[] = ['adviceSdkSetting', 'adviceSdkNeeds'];

export function adviceSides({ exchange, cause }: Row): AdviceSides {
  const all = cause === null ? [] : adviceOn(exchange, cause);
  return {
    onServer: all.filter(({ key }) => !OF_LIBRARIES.includes(key) && key !== OF_CREDENTIALS),
    inPage: all.filter(({ key }) => key === OF_CREDENTIALS),
  };
}
