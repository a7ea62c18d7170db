export { activeTab } from './tabs.ts';
