import { originOf } from '../../cors/index.ts';
import { sentence } from '../../texts/index.ts';
import { type CauseTexts, inPageInstead } from '../cause-texts.ts';
import type { ContentSecurityPolicy } from '../content-security-policy.ts';

const HEADER = 'Content-Security-Policy';

export const contentSecurityPolicy: CauseTexts<ContentSecurityPolicy> = {
  headline: ({ violated }, { host }) =>
    sentence('headlineCsp', { directive: violated?.wanted ?? HEADER, host }),
  happened: ({ violated, evidence }, { host }) =>
    violated === null
      ? sentence('happenedCspUnseen', { header: HEADER, host })
      : sentence('happenedCsp', {
          directive: evidence,
          host,
          policy: violated.via === 'header' ? HEADER : `<meta http-equiv="${HEADER}">`,
        }),
  advice: ({ violated }, { url }) =>
    violated === null
      ? [inPageInstead('adviceCspUnseen', { header: HEADER, origin: originOf(url) })]
      : [
          inPageInstead('adviceCsp', {
            directive: [violated.wanted, ...sourcesWith(violated.sources, url)].join(' '),
          }),
          inPageInstead('adviceCspNext'),
        ],
};

/** The sources of a list with the URL's origin beside them. `'none'` stands alone or means nothing. */
function sourcesWith(sources: string, url: string): readonly string[] {
  const listed = sources.split(/\s+/).filter((source) => source !== '' && !/^'none'$/i.test(source));
  return [...listed, originOf(url)];
}
