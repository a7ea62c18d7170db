import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html: with CORS set up, an HTTP API
  // answers every preflight itself.
  {
    certainty: 'sure',
    own: true,
    cors: 'not-configured',
    to: 'preflight',
    status: [404],
    headers: { 'apigw-requestid': /./, 'access-control-allow-origin': false },
  },
  { certainty: 'sure', headers: { 'apigw-requestid': /./ } },
  // A REST API that has no OPTIONS method here:
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
  {
    certainty: 'sure',
    own: true,
    cors: 'not-configured',
    to: 'preflight',
    status: [403],
    headers: { 'x-amz-apigw-id': /./, 'x-amzn-errortype': /^MissingAuthenticationTokenException/ },
  },
  { certainty: 'sure', own: true, headers: { 'x-amz-apigw-id': /./, 'x-amzn-errortype': /./ } },
  { certainty: 'sure', headers: { 'x-amz-apigw-id': /./ } },
];
