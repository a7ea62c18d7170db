import type { Fingerprint } from '../recognise.ts';

export const nextjs: readonly Fingerprint[] = [
  { stack: 'nextjs', certainty: 'sure', headers: { 'x-powered-by': /^Next\.js$/ } },
  { stack: 'nextjs', certainty: 'sure', headers: { vary: /\bnext-router-state-tree\b/ } },
  {
    stack: 'nextjs',
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [204],
    headers: { allow: /./, vary: /^rsc, next-router-state-tree\b/, 'access-control-allow-origin': false },
  },
];
