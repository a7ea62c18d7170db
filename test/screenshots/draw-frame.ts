import { Buffer } from 'node:buffer';
import type { Page } from 'puppeteer-core';
import type { Theme } from '../browser/support/panel-size.ts';

/** What one frame of the animation shows. */
export interface FrameContent {
  /** A PNG of the panel. */
  readonly panel: Uint8Array;
  /** What stands above it. */
  readonly caption: string;
  /** Where the mouse is, in pixels of the picture; null if it isn't to be seen. */
  readonly pointer: { readonly x: number; readonly y: number } | null;
  readonly theme: Theme;
}

/** The caption's line, in pixels of the picture. */
export const CAPTION_HEIGHT = 44;

/**
 * Draws a frame on a canvas of `page`.
 * @returns a file of this type; WebP is without loss
 */
export async function drawFrame(
  page: Page,
  content: FrameContent,
  type: 'image/webp' | 'image/jpeg' = 'image/webp',
): Promise<Uint8Array> {
  const { panel, ...rest } = content;
  const base64 = await page.evaluate(
    async (png, { caption, pointer, theme }, captionHeight, format) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${png}`;
      await picture.decode();
      const canvas = document.createElement('canvas');
      canvas.width = picture.width;
      canvas.height = picture.height + captionHeight;
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('There is no canvas to draw on.');
      const isDark = theme === 'dark';
      context.fillStyle = isDark ? '#151b23' : '#eaeef2';
      context.fillRect(0, 0, canvas.width, captionHeight);
      context.fillStyle = isDark ? '#f0f6fc' : '#1f2328';
      context.font = '600 18px system-ui, sans-serif';
      context.textBaseline = 'middle';
      context.fillText(caption, 16, captionHeight / 2, canvas.width - 32);
      context.drawImage(picture, 0, captionHeight);
      if (pointer !== null) {
        context.translate(pointer.x, pointer.y + captionHeight);
        context.scale(1.2, 1.2);
        const arrow = new Path2D('M0 0V17L4 13.2L6.6 19.4L9.2 18.3L6.6 12.2H12Z');
        context.lineWidth = 2;
        context.strokeStyle = '#fff';
        context.stroke(arrow);
        context.fillStyle = '#000';
        context.fill(arrow);
      }
      // Without loss: that is what Chromium does at this quality.
      return canvas.toDataURL(format, 1).replace(/^.*,/, '');
    },
    Buffer.from(panel).toString('base64'),
    rest,
    CAPTION_HEIGHT,
    type,
  );
  return Buffer.from(base64, 'base64');
}
