import zlib from 'node:zlib';
import {letter} from './letters.js';

/** A picture of at most 16 colours, drawn in rectangles and letters. */
export class Picture {
  constructor(width, height, colours) {
    Object.assign(this, {width, height, colours});
    this.rows = Array.from({length: height}, () => Buffer.alloc(width));
  }

  fill(x, y, width, height, colour) {
    for (let row = Math.max(0, y); row < Math.min(this.height, y + height); row += 1) {
      this.rows[row].fill(colour, Math.max(0, x), Math.min(this.width, x + width));
    }
  }

  /** Writes a line of text; each dot of a letter is a square of `dot` pixels. */
  write(text, x, y, dot, colour) {
    for (const [place, character] of [...text].entries()) {
      for (const [column, bits] of (letter(character) ?? []).entries()) {
        for (let row = 0; row < 7; row += 1) {
          if (bits & (1 << row)) this.fill(x + (place * 6 + column) * dot, y + row * dot, dot, dot, colour);
        }
      }
    }
  }

  /** As a PNG, which every chat and feed reader shows. */
  get png() {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    header.set([4, 3, 0, 0, 0], 8);
    const raw = Buffer.alloc(this.height * (this.width / 2 + 1));
    for (const [number, row] of this.rows.entries()) {
      const start = number * (this.width / 2 + 1) + 1;
      for (let x = 0; x < this.width; x += 2) raw[start + x / 2] = (row[x] << 4) | row[x + 1];
    }
    const palette = Buffer.from(this.colours.flatMap((colour) => [16, 8, 0].map((shift) => (colour >> shift) & 255)));
    return Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', header),
      chunk('PLTE', palette),
      chunk('IDAT', zlib.deflateSync(raw, {level: 9})),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(checksum(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

const table = Array.from({length: 256}, (_, number) => {
  let value = number;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** The CRC-32 of PNG; zlib.crc32 is younger than the oldest Node that builds the site. */
function checksum(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = table[(value ^ byte) & 255] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
