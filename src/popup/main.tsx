import { render } from 'preact';
import { t, textLanguage } from '../browser/i18n.ts';
import { Popup } from './popup.tsx';
import { createPopupModel } from './popup-model.ts';
import './popup.css';

document.documentElement.lang = textLanguage();
document.title = t('extensionName');

render(<Popup model={createPopupModel()} />, document.body);
