import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import { isInspecting } from '../../browser/inspected.ts';
import { onSearch } from '../../browser/panel-search.ts';
import type { Exchange } from '../../cors/index.ts';
import type { JudgedExchange, StackChoice } from '../../explain/index.ts';
import { NO_POLICY } from '../../override/index.ts';
import { type Sentence, sentence } from '../../texts/index.ts';
import { createDevServerModel } from '../model/dev-server-model.ts';
import { judgeInSlices } from '../model/judge-in-slices.ts';
import { createListModel } from '../model/list-model.ts';
import type { PanelModel } from '../model/panel-model.ts';
import { createSearchModel } from '../model/search-model.ts';
import type { FileFacts, FileMessage } from './file-messages.ts';

/** How far a file is read. */
export type FileState =
  | { readonly type: 'reading'; readonly share: number }
  | { readonly type: 'read'; readonly facts: FileFacts }
  | { readonly type: 'refused'; readonly why: Sentence };

/** A panel whose calls come from a file. What is chosen in it is kept nowhere. */
export interface FileModel {
  readonly panel: PanelModel;
  readonly state: ReadonlySignal<FileState>;
  /** Ends the reading, and lets go of what was read. */
  readonly stop: () => void;
}

/** No tab has this id. */
const NO_TAB = -1;

/** @param file a file, or text in place of one */
export function createFileModel(file: File | string): FileModel {
  const state = signal<FileState>({ type: 'reading', share: 0 });
  const exchanges = signal<readonly Exchange[]>([]);
  const areAll = signal(false);
  const rows = signal<readonly JudgedExchange[]>([]);
  const hasAllRows = signal(false);
  const stackChoices = signal<ReadonlyMap<string, StackChoice>>(new Map());
  const judge = judgeInSlices((judged, isComplete) => {
    batch(() => {
      rows.value = judged;
      hasAllRows.value = isComplete;
    });
  });
  const stopJudging = effect(() => {
    // Of a file that is still being read, nothing can be said to be missing.
    if (state.value.type !== 'reading') judge(exchanges.value, areAll.value);
  });
  const refuse = (why: Sentence) => {
    batch(() => {
      state.value = { type: 'refused', why };
      areAll.value = true;
    });
  };

  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<FileMessage>) => {
    switch (data.type) {
      case 'progress':
        state.value = { type: 'reading', share: data.share };
        return;
      case 'facts':
        batch(() => {
          state.value = { type: 'read', facts: data.facts };
          stackChoices.value = data.facts.stackChoices;
        });
        return;
      case 'refused':
        refuse(data.why);
        return;
      case 'calls':
        batch(() => {
          exchanges.value = [...exchanges.value, ...data.exchanges];
          areAll.value = data.areLast;
        });
        if (data.areLast) worker.terminate();
    }
  });
  // Such as a file that takes more memory than there is.
  worker.addEventListener('error', () => refuse(sentence('fileUnreadable')));
  worker.postMessage(file);

  const list = createListModel(rows);
  const search = createSearchModel(list);
  const stopSearch = isInspecting() ? onSearch(search.takeStep) : () => {};
  const pageOrigin = signal('null');
  const scripts = async () => (state.value.type === 'read' ? state.value.facts.scripts : []);
  return {
    panel: {
      ...list,
      ...search,
      ...createDevServerModel(pageOrigin, rows, scripts),
      isFromFile: true,
      tabId: NO_TAB,
      rows,
      hasAllRows,
      history: exchanges,
      preserveLog: signal(false),
      dropped: signal(0),
      unheard: signal(0),
      droppedOutside: signal(0),
      isUnreadable: signal(false),
      pageAccess: signal('web'),
      pageOrigin,
      overrides: signal([]),
      policy: signal(NO_POLICY),
      stackChoices,
      chooseStack: async (targetOrigin, choice) => {
        const others = [...stackChoices.value].filter(([origin]) => origin !== targetOrigin);
        stackChoices.value = new Map(choice === null ? others : [...others, [targetOrigin, choice]]);
      },
      alsoAllow: signal<ReadonlyMap<string, string>>(new Map()),
    },
    state,
    stop: () => {
      worker.terminate();
      stopJudging();
      stopSearch();
    },
  };
}
