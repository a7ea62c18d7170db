import { isLoopbackOrigin } from '../../cors/index.ts';
import { quoteDouble, quoteDoubles } from '../quote/double.ts';
import { posixWord } from '../quote/shell.ts';
import type { Recipe, RecipeStep } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/**
 * An HTTP API answers preflights itself, before its authorizers, and puts its headers in place of the integration's. A
 * REST API sends what the function returns.
 */
export const awsApiGateway: Recipe = {
  stack: 'aws-api-gateway',
  proof: 'documentation',
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
  restart: '',
  notes: ['noteAwsRestApi'],
  steps: httpApiSteps,
  variants: (need) => [
    { label: 'HTTP API (AWS CLI)', steps: httpApiSteps(need), restart: '' },
    { label: 'HTTP API (AWS SAM)', steps: [samTemplate(need)], restart: 'sam build && sam deploy' },
  ],
};

const API_HOST = /^(?<api>[a-z0-9]+)\.execute-api\.(?<region>[a-z0-9-]+)\.amazonaws\.com$/;

function httpApiSteps(need: ServerNeed): readonly RecipeStep[] {
  const { api, region } = API_HOST.exec(new URL(need.url).hostname)?.groups ?? {};
  const fields = Object.entries(httpApiCors(need));
  if (api === undefined || region === undefined) {
    const code = fields.map(([name, value]) => `${name}: ${value}`).join('\n');
    return [{ type: 'edit', file: 'API Gateway › APIs › CORS', place: 'form', language: 'text', code }];
  }
  return [
    {
      type: 'edit',
      file: 'cors.json',
      place: 'new-file',
      language: 'json',
      code: JSON.stringify(httpApiCors(need), null, 2),
    },
    {
      type: 'run',
      command: `aws apigatewayv2 update-api --region ${region} --api-id ${api} --cors-configuration file://cors.json`,
    },
  ];
}

function httpApiCors({ origins, methods, headers, credentials, exposed }: ServerNeed) {
  return {
    AllowOrigins: origins,
    AllowMethods: methods,
    ...(headers.length > 0 && { AllowHeaders: headers }),
    ...(exposed.length > 0 && { ExposeHeaders: exposed }),
    ...(credentials && { AllowCredentials: true }),
  };
}

function samTemplate({ origins, methods, headers, credentials, exposed }: ServerNeed): RecipeStep {
  const list = (name: string, values: readonly string[]) =>
    values.length === 0 ? [] : [`      ${name}: [${quoteDoubles(values)}]`];
  const lines = [
    'Globals:',
    '  HttpApi:',
    '    CorsConfiguration:',
    '      AllowOrigins:',
    ...origins.map(
      (origin) => `        - ${quoteDouble(origin)}${isLoopbackOrigin(origin) ? ' # development only' : ''}`,
    ),
    ...list('AllowMethods', methods),
    ...list('AllowHeaders', headers),
    ...list('ExposeHeaders', exposed),
    ...(credentials ? ['      AllowCredentials: true'] : []),
  ];
  return { type: 'edit', file: 'template.yaml', place: 'end', language: 'yaml', code: lines.join('\n') };
}

/** S3 has no setting for credentials: it always allows them to the origins that it names. */
export const s3: Recipe = {
  stack: 's3',
  proof: 'documentation',
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html',
  restart: '',
  notes: ['noteS3Replaces'],
  steps: (need) => {
    const code = JSON.stringify([s3Rule(need)], null, 2);
    const bucket = bucketOf(new URL(need.url));
    if (bucket === null) {
      return [
        { type: 'edit', file: 'S3 › Buckets › Permissions › CORS', place: 'form', language: 'json', code },
      ];
    }
    return [
      {
        type: 'edit',
        file: 'cors.json',
        place: 'new-file',
        language: 'json',
        code: JSON.stringify({ CORSRules: [s3Rule(need)] }, null, 2),
      },
      {
        type: 'run',
        command: `aws s3api put-bucket-cors --bucket ${posixWord(bucket)} --cors-configuration file://cors.json`,
      },
    ];
  },
};

const S3_METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'HEAD'];

function s3Rule({ origins, methods, headers, exposed }: ServerNeed) {
  return {
    AllowedOrigins: origins,
    AllowedMethods: methods.filter((method) => S3_METHODS.includes(method)),
    AllowedHeaders: headers,
    ExposeHeaders: exposed,
  };
}

/**
 * What a bucket may be called.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/**
 * The bucket that the URL is in; null where it names none.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
function bucketOf({ hostname, pathname }: URL): string | null {
  const host = /^(?:(.+)\.)?s3(?:[.-][a-z0-9-]+)*\.amazonaws\.com$/.exec(hostname);
  if (host === null) return null;
  const bucket = host[1] ?? pathname.split('/')[1] ?? '';
  return BUCKET.test(bucket) ? bucket : null;
}
