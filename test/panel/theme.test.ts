import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../src/panel/theme.css', import.meta.url), 'utf8');

/** Which colours text has on which ground. */
const TEXT_ON: Readonly<Record<string, readonly string[]>> = {
  background: ['ink', 'dim', 'accent', 'bad', 'warn', 'good'],
  surface: ['ink', 'dim', 'accent', 'bad', 'warn', 'good'],
  raised: ['ink', 'dim', 'accent', 'good'],
  hover: ['ink', 'dim', 'accent', 'bad'],
  selected: ['ink', 'dim'],
  code: ['ink', 'dim', 'accent', 'good', 'code-keyword', 'code-name', 'code-string', 'code-number'],
  'bad-surface': ['ink', 'bad', 'accent'],
  'warn-surface': ['ink', 'warn', 'accent'],
  'good-surface': ['ink', 'dim', 'good', 'accent'],
  accent: ['on-accent'],
};

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(Object.entries(TEXT_ON))('text on %s has a contrast of 4.5', (ground, texts) => {
    for (const text of texts) {
      expect(contrast(colour(text, theme), colour(ground, theme)), text).toBeGreaterThanOrEqual(4.5);
    }
  });

  test("drawn shapes, such as a field's frame or a mark, have a contrast of 3", () => {
    for (const drawn of ['outline', 'bad-fill', 'accent'])
      expect(contrast(colour(drawn, theme), colour('background', theme)), drawn).toBeGreaterThanOrEqual(3);
  });
});

/** The red, green and blue of one of the theme's colours. */
function colour(name: string, theme: 'light' | 'dark'): readonly number[] {
  const [, light = '', dark = ''] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css) ?? [];
  const hex = (theme === 'light' ? light : dark).slice(1);
  const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
  if (digits.length !== 3) throw new Error(`--${name} has no colour for the ${theme} theme.`);
  return digits.map((pair) => Number.parseInt(pair, 16));
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
