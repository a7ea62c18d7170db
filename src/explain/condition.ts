import type { Diagnosis, Failure } from '../cors/index.ts';
import type { PlainKey } from '../texts/index.ts';

/** The text that names the condition under which a failure counts. Null if the failure counts in any case. */
export function conditionKey(when: Failure['when'], credentials: Diagnosis['credentials']): PlainKey | null {
  switch (when) {
    case 'always':
      return null;
    case 'credentials-included':
      return credentials === 'included' ? 'becauseCredentials' : 'onlyWithCredentials';
  }
}
