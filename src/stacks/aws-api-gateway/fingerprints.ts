import type { Fingerprint } from '../recognise.ts';

/** Hosting platforms, by the ids that they give every answer, and by their hosts. */
export const platforms: readonly Fingerprint[] = [
  // https://developers.cloudflare.com/fundamentals/reference/http-headers/#cf-ray
  {
    stack: 'cloudflare',
    certainty: 'sure',
    headers: { server: /^cloudflare$/, 'cf-ray': /^[0-9a-f]{16}(?:-[A-Z]{3})?$/ },
  },
  {
    stack: 'cloudflare-workers',
    certainty: 'sure',
    url: /^https:\/\/[^/]+\.workers\.dev\//,
    headers: { server: /^cloudflare$/ },
  },
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html: with CORS set up, an HTTP API
  // answers every preflight itself.
  {
    stack: 'aws-api-gateway',
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { 'apigw-requestid': /./, 'access-control-allow-origin': false },
  },
  { stack: 'aws-api-gateway', certainty: 'sure', headers: { 'apigw-requestid': /./ } },
  // A REST API that has no OPTIONS method here:
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
  {
    stack: 'aws-api-gateway',
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [403],
    headers: { 'x-amz-apigw-id': /./, 'x-amzn-errortype': /^MissingAuthenticationTokenException/ },
  },
  { stack: 'aws-api-gateway', certainty: 'sure', headers: { 'x-amz-apigw-id': /./ } },
  // https://docs.aws.amazon.com/AmazonS3/latest/API/RESTCommonResponseHeaders.html
  { stack: 's3', certainty: 'sure', headers: { server: /^AmazonS3$/, 'x-amz-request-id': /./ } },
  // https://supabase.com/docs/guides/functions
  {
    stack: 'supabase-functions',
    certainty: 'sure',
    url: /^https:\/\/[a-z0-9]+\.(?:supabase\.co\/functions\/v1|functions\.supabase\.co)\//,
    headers: {},
  },
  { stack: 'supabase-functions', certainty: 'sure', headers: { 'x-served-by': /^supabase-edge-runtime$/ } },
  // https://firebase.google.com/docs/functions/http-events; other Cloud Functions have such hosts, too.
  {
    stack: 'firebase-functions',
    certainty: 'likely',
    url: /^https:\/\/[a-z0-9]+-[a-z0-9-]+\.cloudfunctions\.net\//,
    headers: {},
  },
  { stack: 'firebase-functions', certainty: 'likely', headers: { 'function-execution-id': /./ } },
];
