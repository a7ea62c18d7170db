import { useEffect, useMemo } from 'preact/hooks';
import { ActionProblem, useAction } from '../../ui/index.ts';
import { createFileOpener } from '../model/file-opener.ts';
import { ModelContext } from '../model/model-context.ts';
import { OpenFileContext } from '../model/open-file-context.ts';
import type { Asked } from '../model/openable.ts';
import type { PanelModel } from '../model/panel-model.ts';
import { FileDrop } from './file-drop.tsx';
import { Panel } from './panel.tsx';
import { Start } from './start.tsx';
import { askToTryIt } from './try-it.tsx';
import { TRY_IT_ID } from './try-it-id.ts';

/**
 * The panel, on the inspected tab or on a file.
 * @param live the inspected tab, which is shown while no file is; null in a tab of its own
 */
export function App({ live }: { live: PanelModel | null }) {
  const opener = useMemo(createFileOpener, []);
  const opening = useAction('fileFailed');
  const open = (file: Asked) => opening.start(() => opener.open(file));
  // Where the popup's link leads.
  useEffect(() => {
    if (location.hash === `#${TRY_IT_ID}`) open(askToTryIt());
  }, []);
  const opened = opener.opened.value;
  const model = opened?.panel ?? live;
  return (
    <OpenFileContext.Provider value={open}>
      {model === null ? (
        <Start />
      ) : (
        <ModelContext.Provider value={model}>
          <Panel banner={opened && <opened.Banner />} />
        </ModelContext.Provider>
      )}
      <ActionProblem of={opening} class="toolbar-problem" />
      <FileDrop takesAnyText={live === null || opened !== null} />
    </OpenFileContext.Provider>
  );
}
