import type { KeyInput } from 'puppeteer-core';
import type { DevtoolsPanel } from '../harness/devtools-panel.ts';

/** More stops than any state of the panel has. */
const STOPS = 80;

/** Works in the panel by keyboard alone. */
export interface Keyboard {
  /** Presses keys one after the other. */
  press(...keys: readonly KeyInput[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Role and name of what has the focus, as far as they come from the element itself. */
  focused(): Promise<{ readonly role: string; readonly name: string }>;
  /** Presses Tab until what has the focus is of this role and has this name; fails where it is never reached. */
  tabTo(role: string, name: string): Promise<void>;
  /** The same with Shift+Tab. */
  tabBackTo(role: string, name: string): Promise<void>;
}

/** Puts the focus into the panel, as F6 does in DevTools. */
export async function keyboardIn({ devtools, panel }: DevtoolsPanel): Promise<Keyboard> {
  await devtools.bringToFront();
  const frame = await panel.frameElement();
  await frame?.evaluate((element) => element instanceof HTMLElement && element.focus());
  // The panel is in a process of its own, which hears of it a moment later.
  await panel.waitForFunction(() => document.hasFocus(), { polling: 20 });

  const focused = () =>
    panel.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return { role: 'none', name: '' };
      const roles: Readonly<Record<string, string>> = {
        BUTTON: 'button',
        SELECT: 'combobox',
        SUMMARY: 'summary',
        A: 'link',
      };
      const labelled = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
      const label = labelled ? (element.labels?.[0]?.textContent ?? '') : '';
      const role =
        element.getAttribute('role') ?? roles[element.tagName] ?? element.getAttribute('type') ?? 'none';
      const name = element.getAttribute('aria-label') ?? (labelled ? label : (element.textContent ?? ''));
      return { role, name };
    });

  const go = async (forward: boolean, role: string, name: string) => {
    const passed: string[] = [];
    for (let stop = 0; stop < STOPS; stop++) {
      if (!forward) await devtools.keyboard.down('Shift');
      await devtools.keyboard.press('Tab');
      if (!forward) await devtools.keyboard.up('Shift');
      const at = await focused();
      if (at.role === role && at.name.includes(name)) return;
      passed.push(`${at.role} “${at.name.slice(0, 40)}”`);
    }
    throw new Error(`The focus never came to ${role} “${name}”. It came to:\n${passed.join('\n')}`);
  };

  return {
    async press(...keys) {
      for (const key of keys) await devtools.keyboard.press(key);
    },
    type: (text) => devtools.keyboard.type(text),
    focused,
    tabTo: (role, name) => go(true, role, name),
    tabBackTo: (role, name) => go(false, role, name),
  };
}
