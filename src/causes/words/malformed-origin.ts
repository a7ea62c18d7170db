import { type Sentence, sentence } from '../../texts/index.ts';
import { type CauseTexts, fix } from '../cause-texts.ts';
import { ALLOW_ORIGIN } from '../cors-headers.ts';
import type { MalformedOrigin } from '../malformed-origin.ts';

export const malformedOrigin: CauseTexts<MalformedOrigin> = {
  headline: (cause, { server }) => headlineOf(cause, server),
  happened: () => sentence('happenedMalformedOrigin'),
  advice: (_, { host, exchange }) => [
    fix('adviceMalformedOrigin', { host, header: ALLOW_ORIGIN, origin: exchange.origin }),
  ],
};

function headlineOf({ value, mistake }: MalformedOrigin, server: string): Sentence {
  switch (mistake) {
    case 'empty':
      return sentence('headlineEmptyOrigin', { host: server, header: ALLOW_ORIGIN });
    case 'list':
      return sentence('headlineOriginList', { host: server, header: ALLOW_ORIGIN, value });
    case 'wildcard-inside':
      return sentence('headlineOriginWildcard', { host: server, header: ALLOW_ORIGIN, wildcard: '*', value });
    case 'no-scheme':
      return sentence('headlineOriginScheme', {
        host: server,
        header: ALLOW_ORIGIN,
        schemes: ['http://', 'https://'],
        value,
      });
    case 'trailing-slash':
      return sentence('headlineOriginSlash', { host: server, header: ALLOW_ORIGIN, value });
    case 'path':
      return sentence('headlineOriginPath', { host: server, header: ALLOW_ORIGIN, value });
    case 'upper-case':
      return sentence('headlineOriginCase', { host: server, header: ALLOW_ORIGIN, value });
    case 'default-port':
      return sentence('headlineOriginPort', { host: server, header: ALLOW_ORIGIN, value });
    case 'no-origin':
      return sentence('headlineMalformedOrigin', { host: server, header: ALLOW_ORIGIN, value });
  }
}
