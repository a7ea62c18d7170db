import type { Client } from './client.ts';

export const aws: Client = {
  name: 'AWS SDK',
  headers: /^(?:x-amz-.*|x-amzn-.*|amz-sdk-.*)$/,
  credentials: null,
  setting: null,
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html',
};
