import { sentence } from '../../texts/index.ts';
import { type CauseTexts, inPageInstead } from '../cause-texts.ts';
import type { ServiceWorkerAnswer } from '../service-worker-answer.ts';

export const serviceWorkerAnswer: CauseTexts<ServiceWorkerAnswer> = {
  headline: ({ fromCache }, { server }) =>
    sentence(fromCache ? 'headlineServiceWorkerCache' : 'headlineServiceWorker', { host: server }),
  happened: () => sentence('happenedServiceWorker', { mode: 'no-cors' }),
  advice: (_, { url }) => [
    inPageInstead('adviceServiceWorker', {
      code: `fetch(new Request('${new URL(url).origin}/…', { mode: 'cors' }))`,
    }),
    inPageInstead('adviceServiceWorkerTry'),
  ],
};
