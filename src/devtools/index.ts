import { createPanel } from '../platform/inspected.ts';

createPanel('CORS', '/icons/icon-16.png', '/src/panel/index.html');
