import { sentence } from '../../texts/index.ts';
import { type CauseTexts, fix } from '../cause-texts.ts';
import { ALLOW_METHODS } from '../cors-headers.ts';
import { allowMethod } from '../extend-list.ts';
import type { MethodNotAllowed } from '../method-not-allowed.ts';

export const methodNotAllowed: CauseTexts<MethodNotAllowed> = {
  headline: ({ method }, { server }) => sentence('headlineMethod', { host: server, method }),
  happened: () => sentence('happenedMethod', { header: ALLOW_METHODS }),
  advice: (cause, context) => {
    const { method } = cause;
    const allow = allowMethod(cause, method, context);
    const upper = method.toUpperCase();
    return method === upper ? allow : [fix('adviceMethodCase', { upper, method }), ...allow];
  },
};
