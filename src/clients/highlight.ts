import type { Client } from './client.ts';

export const highlight: Client = {
  name: 'Highlight',
  headers: /^x-highlight-request$/,
  credentials: null,
  setting: 'tracingOrigins',
  docs: 'https://www.highlight.io/docs/getting-started/browser/replay-configuration/recording-network-requests-and-responses',
};
