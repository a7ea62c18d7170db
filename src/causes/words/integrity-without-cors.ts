import { currentHop, getHeader } from '../../cors/index.ts';
import { sentence } from '../../texts/index.ts';
import { type CauseTexts, fix, inPageInstead } from '../cause-texts.ts';
import { ALLOW_ORIGIN } from '../cors-headers.ts';
import type { IntegrityWithoutCors } from '../integrity-without-cors.ts';

const ATTRIBUTES = { attribute: 'integrity', lacking: 'crossorigin' };

export const integrityWithoutCors: CauseTexts<IntegrityWithoutCors> = {
  headline: (_, { server }) => sentence('headlineIntegrity', { ...ATTRIBUTES, host: server }),
  happened: (_, { exchange }) =>
    sentence('happenedIntegrity', {
      attribute: ATTRIBUTES.attribute,
      mode: 'no-cors',
      wanted: exchange.resourceType,
    }),
  advice: (_, { host, exchange }) => {
    const allowed = getHeader(currentHop(exchange).response?.headerList ?? [], ALLOW_ORIGIN);
    return [
      inPageInstead('adviceIntegrity', { code: codeFor(exchange.resourceType) }),
      allowed === '*' || allowed === exchange.origin
        ? inPageInstead('adviceIntegrityAllowed', { host, header: `${ALLOW_ORIGIN}: ${allowed}` })
        : fix('adviceIntegrityServer', { host, header: `${ALLOW_ORIGIN}: *` }),
    ];
  },
};

function codeFor(resourceType: string): string {
  const name = resourceType === 'stylesheet' ? 'link rel="stylesheet"' : 'script';
  return `<${name} crossorigin="anonymous" integrity="…">`;
}
