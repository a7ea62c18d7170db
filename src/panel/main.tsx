import { render } from 'preact';
import { textLanguage } from '../browser/i18n.ts';
import { inspectedTabId } from '../browser/inspected.ts';
import { Panel } from './components/panel.tsx';
import { ModelContext } from './model/model-context.ts';
import { createPanelModel } from './model/panel-model.ts';
import './theme.css';

document.documentElement.lang = textLanguage();

render(
  <ModelContext.Provider value={createPanelModel(inspectedTabId())}>
    <Panel />
  </ModelContext.Provider>,
  document.body,
);
