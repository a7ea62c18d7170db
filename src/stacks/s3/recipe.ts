import { posixWord } from '../quote/shell.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/** S3 has no setting for credentials: it always allows credentials to the origins that it names. */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html',
  restart: { type: 'none' },
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
 * The pattern of a bucket's name.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/**
 * Returns the bucket that the URL names, or null.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
function bucketOf({ hostname, pathname }: URL): string | null {
  const host = /^(?:(.+)\.)?s3(?:[.-][a-z0-9-]+)*\.amazonaws\.com$/.exec(hostname);
  if (host === null) return null;
  const bucket = host[1] ?? pathname.split('/')[1] ?? '';
  return BUCKET.test(bucket) ? bucket : null;
}
