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
  advice: ({ allowed }, { host, exchange }) => [
    inPageInstead('adviceIntegrity', { code: codeFor(exchange.resourceType) }),
    allowed === null
      ? fix('adviceIntegrityServer', { host, header: `${ALLOW_ORIGIN}: *` })
      : inPageInstead('adviceIntegrityAllowed', { host, header: `${ALLOW_ORIGIN}: ${allowed}` }),
  ],
};

function codeFor(resourceType: string): string {
  const name = resourceType === 'stylesheet' ? 'link rel="stylesheet"' : 'script';
  return `<${name} crossorigin="anonymous" integrity="…">`;
}
