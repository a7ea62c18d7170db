import { type Sentence, sentence } from '../../texts/index.ts';
import { type CauseTexts, fix } from '../cause-texts.ts';
import { ALLOW_ORIGIN } from '../cors-headers.ts';
import type { MalformedOrigin } from '../malformed-origin.ts';

export const malformedOrigin: CauseTexts<MalformedOrigin> = {
  label: () => sentence('labelMalformedOrigin'),
  headline: (cause, { server }) => headlineOf(cause, server),
  happened: () => sentence('happenedMalformedOrigin'),
  advice: (_, { host, exchange }) => [fix('adviceMalformedOrigin', host, ALLOW_ORIGIN, exchange.origin)],
};

function headlineOf({ value, mistake }: MalformedOrigin, server: string): Sentence {
  switch (mistake) {
    case 'empty':
      return sentence('headlineEmptyOrigin', server, ALLOW_ORIGIN);
    case 'list':
      return sentence('headlineOriginList', server, ALLOW_ORIGIN, value);
    case 'wildcard-inside':
      return sentence('headlineOriginWildcard', server, ALLOW_ORIGIN, '*', value);
    case 'no-scheme':
      return sentence('headlineOriginScheme', server, ALLOW_ORIGIN, ['http://', 'https://'], value);
    case 'trailing-slash':
      return sentence('headlineOriginSlash', server, ALLOW_ORIGIN, value);
    case 'path':
      return sentence('headlineOriginPath', server, ALLOW_ORIGIN, value);
    case 'upper-case':
      return sentence('headlineOriginCase', server, ALLOW_ORIGIN, value);
    case 'default-port':
      return sentence('headlineOriginPort', server, ALLOW_ORIGIN, value);
    case 'no-origin':
      return sentence('headlineMalformedOrigin', server, ALLOW_ORIGIN, value);
  }
}
