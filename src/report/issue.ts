import type { Explanation } from '../explain/index.ts';
import { redactText } from '../privacy/index.ts';
import { STACKS } from '../stacks/index.ts';
import { type PlainKey, sentence } from '../texts/index.ts';
import { codeBlock, inWords } from './markdown-text.ts';
import { playbackBlock } from './playback.ts';
import type { Say } from './say.ts';

/** The fields of `.github/ISSUE_TEMPLATE/wrong-verdict.yml` that are filled in, by their ids. */
const LABELS = {
  said: 'issueSaid',
  expected: 'issueExpected',
  console: 'issueConsole',
  report: 'issueReport',
  server: 'issueServer',
  versions: 'issueVersions',
} as const satisfies Readonly<Record<string, PlainKey>>;

type FieldId = keyof typeof LABELS;

/** An issue about a verdict, as it would be written. */
export interface Issue {
  readonly title: string;
  /** What is known of each field; `expected` is for the user to say. */
  readonly fields: Readonly<Partial<Record<FieldId, string>>>;
  /** All of it in Markdown. */
  readonly text: string;
}

/**
 * Writes an issue about an explanation that may be wrong. Secrets are cut as in every export.
 * @param versions of the extension and the browser
 * @param say speaks English
 */
export function wrongVerdictIssue(explanation: Explanation, versions: string, say: Say): Issue {
  const { headline, consoleLine, answerer, cause, result } = explanation;
  const fields: Issue['fields'] = {
    said: inWords(say, headline),
    expected: '',
    console: consoleLine === null ? '–' : redactText(consoleLine.line),
    report: playbackBlock([explanation]),
    ...(answerer === null ? {} : { server: STACKS[answerer.stack].name }),
    versions,
  };
  const title = `${say(sentence('issueTitle'))} ${cause?.id ?? result}`;
  return { title, fields, text: toMarkdown(title, fields, say) };
}

function toMarkdown(title: string, fields: Issue['fields'], say: Say): string {
  const sections = FIELD_IDS.flatMap((id) => {
    const value = fields[id];
    if (value === undefined) return [];
    // The form draws this one as code itself.
    const shown = id === 'console' ? codeBlock('text', [value]) : value;
    return [`### ${say(sentence(LABELS[id]))}`, ...(shown === '' ? [] : [shown])];
  });
  return `${[`# ${title}`, ...sections].join('\n\n')}\n`;
}

const FIELD_IDS = ['said', 'expected', 'console', 'report', 'server', 'versions'] as const;
/** GitHub answers longer addresses with an error. */
export const MAX_ADDRESS_CHARS = 8_000;
/** What is left to paste, if the address would be longer: the longest first. */
const LEFT_OUT_FIRST = ['report', 'console', 'said'] as const;

/** The address of the form with the issue filled in. */
export interface IssueForm {
  readonly address: string;
  /** False if some fields are left for the user to paste. */
  readonly isWhole: boolean;
}

/**
 * The issue form of a repository on GitHub, filled in.
 * @param repository its address, without a slash at the end
 * @see https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue#creating-an-issue-from-a-url-query
 */
export function issueForm(repository: string, { title, fields }: Issue): IssueForm {
  const kept = new Map(Object.entries(fields).filter(([, value]) => value !== ''));
  const address = () => {
    const query = new URLSearchParams([['template', 'wrong-verdict.yml'], ['title', title], ...kept]);
    return `${repository}/issues/new?${query}`;
  };
  const left = [...LEFT_OUT_FIRST];
  let isWhole = true;
  while (address().length > MAX_ADDRESS_CHARS) {
    const next = left.shift();
    if (next === undefined) break;
    isWhole = false;
    kept.delete(next);
  }
  return { address: address(), isWhole };
}
