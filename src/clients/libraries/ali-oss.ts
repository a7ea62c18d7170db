import type { Client } from '../client.ts';

/**
 * As the source of `ali-oss` 6.23.0 has it.
 * @see https://unpkg.com/ali-oss@6.23.0/dist/aliyun-oss-sdk.js
 */
export const client: Client = {
  name: 'Alibaba Cloud OSS',
  headers: 'x-oss-user-agent x-oss-date',
  beside: 'x-oss-*',
};
