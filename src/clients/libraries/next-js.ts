import type { Client } from '../client.ts';

/**
 * As the source of `next` 16.4.6 has it.
 * @see https://unpkg.com/next@16.4.6/dist/bundle-analyzer/_next/static/chunks/076ve6u5x1p78.js
 */
export const client: Client = {
  name: 'Next.js',
  headers: 'next-action next-router-prefetch next-router-segment-prefetch next-router-state-tree next-url',
  beside: 'rsc x-nextjs-data',
};
