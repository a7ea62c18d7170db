import { browser } from './browser.ts';

/** The badge and tooltip of the toolbar icon in one tab. */
export interface Badge {
  readonly text: string;
  readonly colour: string;
  readonly tooltip: string;
}

/** Sets a tab's badge. Ignores tabs that were just closed. */
export async function setBadge(tabId: number, badge: Badge): Promise<void> {
  const { action } = browser;
  const steps = [
    action.setBadgeText({ tabId, text: badge.text }),
    action.setTitle({ tabId, title: badge.tooltip }),
    ...(badge.text === '' ? [] : [action.setBadgeBackgroundColor({ tabId, color: badge.colour })]),
  ];
  await Promise.allSettled(steps);
}
