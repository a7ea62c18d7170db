import type { Client } from '../client.ts';

/**
 * As the source of `@api.video/video-uploader` 1.1.6 has it.
 * @see https://unpkg.com/@api.video/video-uploader@1.1.6/dist/index.js
 */
export const client: Client = {
  name: 'api.video',
  headers: 'av-origin-*',
};
