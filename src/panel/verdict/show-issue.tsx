import { t } from '../../browser/i18n.ts';
import { sayIn } from '../../browser/languages.ts';
import { extensionVersion, repositoryAddress } from '../../browser/project.ts';
import type { Explanation } from '../../explain/index.ts';
import { type Issue, issueForm, MAX_ADDRESS_CHARS, wrongVerdictIssue } from '../../report/index.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { copyText } from '../copy-text.ts';
import { showDialog } from '../dialog/show-dialog.tsx';
import './show-issue.css';

/** Shows the issue about a verdict, whole, before anything of it leaves the computer. */
export async function showIssue(explanation: Explanation): Promise<void> {
  const versions = `${extensionVersion()}, ${navigator.userAgent}`;
  const issue = wrongVerdictIssue(explanation, versions, await sayIn('en'));
  await showDialog<never>(t('wrongVerdictTitle'), (done) => (
    <IssueText of={issue} leave={() => done(null)} />
  ));
}

function IssueText({ of: issue, leave }: { of: Issue; leave: () => void }) {
  const repository = repositoryAddress();
  const form = repository === null ? null : issueForm(repository, issue);
  return (
    <>
      <p>{t('wrongVerdictPublic')}</p>
      <section
        class="issue-text"
        aria-label={t('wrongVerdictText')}
        lang="en"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keyboard
        tabIndex={0}
      >
        <pre>{issue.text}</pre>
      </section>
      <p>{form === null ? t('wrongVerdictNoForm') : t('wrongVerdictOpens')}</p>
      {form !== null && !form.isWhole && (
        <p>{t('wrongVerdictTooLong', { count: String(MAX_ADDRESS_CHARS) })}</p>
      )}
      <p class="dialog-buttons">
        {form !== null && (
          <a
            class="button"
            href={form.address}
            target="_blank"
            rel="noreferrer"
            onClick={() => {
              if (!form.isWhole) void copyText(issue.text);
            }}
          >
            {t('wrongVerdictOpen')}
          </a>
        )}
        <CopyButton text={issue.text} />
        <button type="button" class="button" onClick={leave}>
          {t('dialogClose')}
        </button>
      </p>
    </>
  );
}
