import { type ReadonlySignal, signal } from '@preact/signals';
import { hasLeft } from '../browser/left-page.ts';
import { activeTab } from '../browser/tabs.ts';
import { ofCurrentPage, subscribeTab, type TabContent } from '../ui/index.ts';
import { agentTask, type Task } from './agent-task.ts';

/** How far the copying is. `refused`: the browser wants a click first. */
type Copying =
  | { readonly type: 'working' }
  | { readonly type: 'nothing' }
  | { readonly type: 'copied' | 'refused'; readonly task: Task }
  | { readonly type: 'unreadable' };

/** Copies the topmost cause of the active tab, at once. */
export interface CopyModel {
  readonly copying: ReadonlySignal<Copying>;
  /** Copies the same once more. */
  readonly copyAgain: (task: Task) => Promise<void>;
}

export function copyTopmost(): CopyModel {
  const copying = signal<Copying>({ type: 'working' });
  const copy = async (task: Task) => {
    const isCopied = await navigator.clipboard.writeText(task.text).then(
      () => true,
      () => false,
    );
    copying.value = { type: isCopied ? 'copied' : 'refused', task };
  };
  const start = async () => {
    const task = await topmostTask();
    if (task === null) copying.value = { type: 'nothing' };
    else await copy(task);
  };
  start().catch((error: unknown) => {
    console.error('What is stored of the tab in front could not be read.', error);
    copying.value = { type: 'unreadable' };
  });
  return { copying, copyAgain: copy };
}

async function topmostTask(): Promise<Task | null> {
  const tab = await activeTab();
  if (tab === null) return null;
  const content = await contentOf(tab.id);
  const { page } = content;
  if (page !== null && (await hasLeft(tab, page))) return null;
  return await agentTask(ofCurrentPage(content), page?.origin ?? 'null');
}

/** All that is stored of a tab. @throws where it can't be read */
function contentOf(tabId: number): Promise<TabContent> {
  return new Promise((resolve, reject) => {
    const unsubscribe = subscribeTab(
      tabId,
      (content) => {
        if (!content.isComplete) return;
        resolve(content);
        queueMicrotask(() => unsubscribe());
      },
      (isUnreadable) => {
        if (isUnreadable) reject(new Error('The store cannot be read.'));
      },
    );
  });
}
