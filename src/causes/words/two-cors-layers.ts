import { sentence } from '../../texts/index.ts';
import { type CauseTexts, fix } from '../cause-texts.ts';
import type { TwoCorsLayers } from '../two-cors-layers.ts';

export const twoCorsLayers: CauseTexts<TwoCorsLayers> = {
  label: (cause) => sentence('labelTwoLayers', cause.header),
  headline: (cause, { server }) =>
    cause.preflight === null
      ? sentence('headlineTwoLayers', server, cause.header, cause.value)
      : sentence('headlineLayersDisagree', server, cause.header, cause.preflight, cause.value),
  happened: ({ preflight, behindProxy }) => {
    if (preflight !== null) return sentence('happenedLayersDisagree');
    return sentence(behindProxy ? 'happenedTwoLayers' : 'happenedTwoPlaces');
  },
  advice: (cause) => [fix(cause.behindProxy ? 'adviceTwoLayers' : 'adviceTwoPlaces', cause.header)],
};
