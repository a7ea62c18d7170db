import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { animatedWebp } from './animated-webp.ts';

const SIZE = { width: 300, height: 200 };

function chunk(name: string, data: string): string {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return `${name}${length.toString('latin1')}${data}${data.length % 2 === 1 ? '\0' : ''}`;
}

function still(...chunks: readonly string[]): Buffer {
  const body = `WEBP${chunks.join('')}`;
  return Buffer.from(chunk('RIFF', body).slice(0, 8 + body.length), 'latin1');
}

describe('an animation', () => {
  const file = animatedWebp(SIZE, [
    { picture: still(chunk('VP8L', 'one')), duration: 1_000 },
    {
      picture: still(chunk('VP8X', '0123456789'), chunk('ALPH', 'a'), chunk('VP8 ', 'two!')),
      duration: 70_000,
    },
  ]);
  const text = file.toString('latin1');

  test('is a RIFF file as long as it says', () => {
    expect(text.slice(0, 4) + text.slice(8, 12)).toBe('RIFFWEBP');
    expect(file.readUInt32LE(4)).toBe(file.length - 8);
  });

  test('says that it is animated, its size less one, and that it goes on for ever', () => {
    expect(text.slice(12, 16)).toBe('VP8X');
    expect([file[20], file.readUIntLE(24, 3), file.readUIntLE(27, 3)]).toEqual([2, 299, 199]);
    expect(text.slice(30, 34)).toBe('ANIM');
    expect(file.readUInt16LE(42)).toBe(0);
  });

  test('has a frame for each picture, with its size, its duration and its pixels alone', () => {
    const [, first = '', second = ''] = text.split('ANMF');
    for (const [frame, duration] of [
      [first, 1_000],
      [second, 70_000],
    ] as const) {
      const bytes = Buffer.from(frame, 'latin1');
      expect([bytes.readUIntLE(10, 3), bytes.readUIntLE(13, 3), bytes.readUIntLE(16, 3)]).toEqual([
        299,
        199,
        duration,
      ]);
    }
    expect(first.slice(20)).toBe(chunk('VP8L', 'one'));
    expect(second.slice(20)).toBe(chunk('ALPH', 'a') + chunk('VP8 ', 'two!'));
  });
});

test('what is no WebP file is refused', () => {
  expect(() => animatedWebp(SIZE, [{ picture: Buffer.from('\x89PNG, and more'), duration: 1 }])).toThrow(
    'A frame is no WebP file.',
  );
});
