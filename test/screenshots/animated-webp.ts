import { Buffer } from 'node:buffer';

/** One picture of an animation. */
interface AnimationFrame {
  /** A still WebP file, as large as every other frame. */
  readonly picture: Uint8Array;
  /** How long it is shown, in ms. */
  readonly duration: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The chunks of a still picture that hold its pixels. */
const PIXELS = ['ALPH', 'VP8 ', 'VP8L'];
const HEADER_BYTES = 12;
/** The flag in `VP8X` that says that there are frames. */
const IS_ANIMATED = 0x02;
/** In `ANMF`: the frame replaces what is beneath it, and is left as it is afterwards. */
const REPLACES = 0x02;

/**
 * Puts still WebP files together to one that shows them one after the other, for ever.
 * @throws if a picture isn't a WebP file
 * @see https://developers.google.com/speed/webp/docs/riff_container
 */
export function animatedWebp({ width, height }: Size, frames: readonly AnimationFrame[]): Buffer {
  const canvas = Buffer.alloc(10);
  canvas.writeUInt8(IS_ANIMATED, 0);
  canvas.writeUIntLE(width - 1, 4, 3);
  canvas.writeUIntLE(height - 1, 7, 3);
  // A background without colour, and no end of the loop.
  const loop = Buffer.alloc(6);
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    chunk('VP8X', canvas),
    chunk('ANIM', loop),
    ...frames.map(({ picture, duration }) => chunk('ANMF', frameData({ width, height }, picture, duration))),
  ]);
  return Buffer.concat([Buffer.from('RIFF'), uint32(body.length), body]);
}

function frameData({ width, height }: Size, picture: Uint8Array, duration: number): Buffer {
  const head = Buffer.alloc(16);
  head.writeUIntLE(width - 1, 6, 3);
  head.writeUIntLE(height - 1, 9, 3);
  head.writeUIntLE(duration, 12, 3);
  head.writeUInt8(REPLACES, 15);
  const pixels = chunksOf(Buffer.from(picture)).filter(({ name }) => PIXELS.includes(name));
  return Buffer.concat([head, ...pixels.map(({ name, data }) => chunk(name, data))]);
}

function chunksOf(file: Buffer): readonly { readonly name: string; readonly data: Buffer }[] {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, HEADER_BYTES) !== 'WEBP')
    throw new Error('A frame is no WebP file.');
  const chunks: { name: string; data: Buffer }[] = [];
  for (let at = HEADER_BYTES; at + 8 <= file.length; ) {
    const length = file.readUInt32LE(at + 4);
    chunks.push({ name: file.toString('latin1', at, at + 4), data: file.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

/** A chunk fills an even number of bytes. */
function chunk(name: string, data: Buffer): Buffer {
  const padding = Buffer.alloc(data.length % 2);
  return Buffer.concat([Buffer.from(name, 'latin1'), uint32(data.length), data, padding]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
