import { render } from 'preact';
import { t, textLanguage } from '../browser/i18n.ts';
import { copyTopmost } from './copy-model.ts';
import { CopyPage } from './copy-page.tsx';
import './popup.css';

document.documentElement.lang = textLanguage();
document.title = t('extensionName');

render(<CopyPage model={copyTopmost()} />, document.body);
