import { browser } from './browser.ts';

/** What the toolbar icon of one tab says. */
export interface Badge {
  readonly text: string;
  readonly colour: string;
  readonly tooltip: string;
}

/** Sets a tab's badge; a tab that has just been closed has none, which is no error. */
export async function setBadge(tabId: number, badge: Badge): Promise<void> {
  const { action } = browser;
  const steps = [
    action.setBadgeText({ tabId, text: badge.text }),
    action.setTitle({ tabId, title: badge.tooltip }),
    ...(badge.text === '' ? [] : [action.setBadgeBackgroundColor({ tabId, color: badge.colour })]),
  ];
  await Promise.allSettled(steps);
}
