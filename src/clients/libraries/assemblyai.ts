import type { Client } from '../client.ts';

/**
 * As the source of `assemblyai` 4.41.5 has it.
 * @see https://unpkg.com/assemblyai@4.41.5/dist/assemblyai.streaming.umd.js
 */
export const client: Client = {
  name: 'AssemblyAI',
  headers: 'assemblyai-agent',
};
