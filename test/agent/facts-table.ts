import { EXHIBITS } from '../demo/gallery.ts';
import type { CaseTexts } from './agent-cases.ts';
import { type CaseFacts, factsAlone, factsOfOurs } from './case-facts.ts';

/** Where the table stands in the document. */
export const TABLE_PLACE = /(?<=<!-- facts: begin -->\n)[\s\S]*?(?=<!-- facts: end -->)/;

/** What an agent is told of each case without the extension and with it, as a table in Markdown. */
export function factsTable(cases: readonly CaseTexts[]): string {
  const rows = cases.flatMap((one) => {
    const title = EXHIBITS.find(({ id }) => id === one.id)?.title ?? one.id;
    const [alone, ours] = [cells(factsAlone(one)), cells(factsOfOurs(one))];
    return alone.map(([fact, text], index) => [index === 0 ? title : '', fact, text, ours[index]?.[1] ?? '']);
  });
  const head = ['the call', '', 'Chrome DevTools for agents alone', '`preflightInspector.explain()`'];
  const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}

function cells(facts: CaseFacts): readonly (readonly [fact: string, text: string])[] {
  const { missing, tellsStatus, cause, fix, suggestsNoCors, showsSecret } = facts;
  return [
    ['missing headers', missing.length === 0 ? 'none' : missing.map((name) => `\`${name}\``).join(', ')],
    ['the status that tells', tellsStatus ? 'yes' : '**no**'],
    ['cause', cause],
    ['fix', fix],
    ['suggests `no-cors`', suggestsNoCors ? '**yes**' : 'no'],
    ['shows a secret', showsSecret ? '**yes**' : 'no'],
  ];
}

/** Text in a cell. Ports are others each time. */
function cell(text: string): string {
  return (
    text
      .replaceAll(/(127\.0\.0\.1|localhost):\d+/g, '$1:8000')
      // Links of DevTools lead nowhere here.
      .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
      .replaceAll('|', '\\|')
      .replaceAll('\n', ' ')
  );
}
