import type { Exchange } from '../cors/index.ts';
import { type Advice, inPageInstead } from './cause-texts.ts';

/**
 * Says how the page makes the call without credentials. A beacon always includes them.
 * @see https://w3c.github.io/beacon/#sec-processing-model
 */
export function omitCredentials({ resourceType }: Exchange): Advice {
  if (resourceType !== 'ping') return inPageInstead('adviceOmitCredentials');
  return inPageInstead('adviceBeacon', {
    beacon: 'navigator.sendBeacon()',
    code: "fetch(url, { method: 'POST', body, keepalive: true, credentials: 'omit' })",
  });
}
