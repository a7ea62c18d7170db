import { sentence } from '../../texts/index.ts';
import { type CauseTexts, fix } from '../cause-texts.ts';
import type { TwoCorsLayers } from '../two-cors-layers.ts';

export const twoCorsLayers: CauseTexts<TwoCorsLayers> = {
  headline: (cause, { server }) =>
    cause.preflight === null
      ? sentence('headlineTwoLayers', { host: server, header: cause.header, value: cause.value })
      : sentence('headlineLayersDisagree', {
          host: server,
          header: cause.header,
          preflight: cause.preflight,
          value: cause.value,
        }),
  happened: ({ preflight, behindProxy }) => {
    if (preflight !== null) return sentence('happenedLayersDisagree');
    return sentence(behindProxy ? 'happenedTwoLayers' : 'happenedTwoPlaces');
  },
  advice: (cause) => [
    fix(cause.behindProxy ? 'adviceTwoLayers' : 'adviceTwoPlaces', { header: cause.header }),
  ],
};
