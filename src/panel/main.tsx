import { render } from 'preact';
import { t, textLanguage } from '../browser/i18n.ts';
import { inspectedTabId, isInspecting } from '../browser/inspected.ts';
import { App } from './components/app.tsx';
import { createPanelModel } from './model/panel-model.ts';
import './theme.css';

document.documentElement.lang = textLanguage();
// In a tab of its own there is no page to inspect: it opens files.
if (!isInspecting()) document.title = t('fileStartTitle');

render(<App live={isInspecting() ? createPanelModel(inspectedTabId()) : null} />, document.body);
