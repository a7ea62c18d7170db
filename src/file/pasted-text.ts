import type { BrowserProfile } from '../cors/index.ts';
import { sentence } from '../texts/index.ts';
import { type FileContent, FileReading, type FileRefusal } from './file-reading.ts';
import { parsed, record } from './read-entry.ts';
import { REPORT_FORMAT } from './read-report.ts';

/** How a report begins, wherever it stands. */
const HAS_REPORT = /\{\s*"format"\s*:\s*"preflight-inspector\/report"/;
const REPORT_START = new RegExp(HAS_REPORT, 'g');
/** A code block with JSON in it. @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks */
const JSON_BLOCK = /^ {0,3}(`{3,}|~{3,})[^\n`]*\n\s*(\{[\s\S]*?)\n {0,3}\1/m;
/** Where a mail program breaks a line, and what it puts before each line of the mail that it answers. */
const LINE_BREAK = /\s*\r?\n(?:[ \t]*>)*[ \t]*/g;

/**
 * Reads what was pasted: a ticket or several of them, the code block of one, a report, or a HAR. Nothing that a text
 * holds makes it throw.
 * @param profile the browser that a HAR without verdicts is judged by
 */
export function readPasted(pasted: string, profile: BrowserProfile): FileContent | FileRefusal {
  const reading = new FileReading(profile);
  reading.push(findJson(pasted));
  const result = reading.end();
  if (result.type === 'refusal') {
    if (result.why.key !== 'fileUnknown') return result;
    return { type: 'refusal', why: sentence(HAS_REPORT.test(pasted) ? 'pasteCut' : 'pasteUnknown') };
  }
  if (!result.notes.some(({ key }) => key === 'fileTruncated')) return result;
  if (result.exchanges.length === 0) return { type: 'refusal', why: sentence('pasteCut') };
  const notes = result.notes.map((note) =>
    note.key === 'fileTruncated' ? sentence('pasteTruncated') : note,
  );
  return { ...result, notes };
}

/**
 * Finds what can be opened in a text: the report in a ticket, or in several; a HAR or a report in a code block; else the
 * text itself.
 * @returns JSON, if there is any
 */
function findJson(pasted: string): string {
  const text = pasted.trim();
  if (text.startsWith('{')) return text;
  const reports = [...text.matchAll(REPORT_START)].map(({ index }) => objectAt(text, index));
  if (reports.length > 1) return joined(reports);
  return reports[0] ?? JSON_BLOCK.exec(text)?.[2] ?? text;
}

/** Several tickets of one thread are opened together. One that can't be read counts as one request. */
function joined(reports: readonly string[]): string {
  const exchanges = reports.flatMap((json): readonly unknown[] => {
    const list = record(parsed(json)).exchanges;
    return Array.isArray(list) ? list : [null];
  });
  return JSON.stringify({ format: REPORT_FORMAT, version: 2, exchanges });
}

/** The JSON object that begins at an index; all that follows, where it doesn't end. */
function objectAt(text: string, start: number): string {
  const end = endOfObject(text, start);
  const json = text.slice(start, end);
  // No line breaks stand in a report's strings: those that are there, a mail program has made.
  return parsed(json) === null ? json.replaceAll(LINE_BREAK, ' ') : json;
}

function endOfObject(text: string, start: number): number {
  let depth = 0;
  let isInString = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (isInString) {
      if (character === '\\') at++;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}
