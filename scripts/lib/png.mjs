// Pictures as PNG: read, with at most 256 colours, and moving ones (APNG).
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const shifts = [16, 8, 0];

/** Colours of a PNG with 8 bits for each of red, green, blue (and alpha, which screenshots do not use). */
export function decode(png) {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const [depth, kind, , , interlace] = png.subarray(24, 29);
  const channels = { 2: 3, 6: 4 }[kind];
  if (depth !== 8 || interlace !== 0 || channels === undefined) return undefined;
  const parts = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const bytes = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  const pixels = new Uint32Array(width * height);
  for (let i = 0, at = 0; i < pixels.length; i += 1, at += channels)
    pixels[i] = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
  return { width, height, pixels };
}

function unfiltered(data, stride, height, step) {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x >= step ? out[at - step] : 0;
      const up = y > 0 ? out[at - stride] : 0;
      const corner = x >= step && y > 0 ? out[at - stride - step] : 0;
      out[at] = data[at + y + 1] + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
    }
  }
  return out;
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** For every colour of the pictures its place in a palette: boxes of colours are cut at the median until there are 256. */
export function palette(pictures) {
  const counts = new Map();
  for (const { pixels } of pictures) for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const boxes = [[...counts].map(([colour, count]) => ({ colour, count: Math.sqrt(count) }))];
  while (boxes.length < 256) {
    const [largest] = boxes.filter((box) => box.length > 1).sort((a, b) => weight(b) - weight(a));
    if (!largest) break;
    boxes.splice(boxes.indexOf(largest), 1, ...halves(largest));
  }
  const index = new Map(boxes.flatMap((box, place) => box.map(({ colour }) => [colour, place])));
  return { colours: boxes.map(mean), index };
}

function part(colour, shift) {
  return (colour >> shift) & 255;
}

function spread(box, shift) {
  let [low, high] = [255, 0];
  for (const { colour } of box) {
    low = Math.min(low, part(colour, shift));
    high = Math.max(high, part(colour, shift));
  }
  return high - low;
}

function total(box) {
  return box.reduce((sum, { count }) => sum + count, 0);
}

/** How much a box would gain by being cut. */
function weight(box) {
  return total(box) * Math.max(...shifts.map((shift) => spread(box, shift))) ** 2;
}

function halves(box) {
  const [widest] = [...shifts].sort((a, b) => spread(box, b) - spread(box, a));
  const sorted = [...box].sort((a, b) => part(a.colour, widest) - part(b.colour, widest));
  const middle = total(box) / 2;
  let sum = 0;
  const cut = sorted.findIndex(({ count }) => {
    sum += count;
    return sum >= middle;
  });
  const safe = Math.min(Math.max(cut + 1, 1), sorted.length - 1);
  return [sorted.slice(0, safe), sorted.slice(safe)];
}

/** The colour of a box: the one that most pixels have, so that backgrounds stay exact. */
function mean(box) {
  return box.reduce((best, entry) => (entry.count > best.count ? entry : best)).colour;
}

/** A picture in the colours of a palette. */
export function encode(picture, colours) {
  return png(picture, colours, [chunk('IDAT', rows(picture, { x: 0, y: 0, ...picture }, colours))]);
}

/**
 * A moving picture, over and over. Of each frame only the box that differs from the one before is kept.
 * @param {{ width: number, height: number, pixels: Uint32Array, delay: number }[]} frames delays in milliseconds
 */
export function animate(frames, colours) {
  const [first] = frames;
  const chunks = [];
  let sequence = 0;
  for (const [i, frame] of frames.entries()) {
    const box = i === 0 ? { x: 0, y: 0, width: first.width, height: first.height } : difference(frames[i - 1], frame);
    chunks.push(chunk('fcTL', frameControl(sequence++, box, frame.delay)));
    const data = rows(frame, box, colours);
    chunks.push(i === 0 ? chunk('IDAT', data) : chunk('fdAT', Buffer.concat([number(sequence++), data])));
  }
  return png(first, colours, [chunk('acTL', Buffer.concat([number(frames.length), number(0)])), ...chunks]);
}

/** The smallest box that holds all that differs; one pixel if nothing does. */
function difference(before, { width, height, pixels }) {
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let i = 0; i < pixels.length; i += 1) {
    if (pixels[i] === before.pixels[i]) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  }
  return right < 0
    ? { x: 0, y: 0, width: 1, height: 1 }
    : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

function frameControl(sequence, { x, y, width, height }, delay) {
  const rest = Buffer.alloc(6); // the frame stays, and is drawn over what was there
  rest.writeUInt16BE(delay, 0);
  rest.writeUInt16BE(1000, 2);
  return Buffer.concat([...[sequence, width, height, x, y].map(number), rest]);
}

function rows({ width, pixels }, box, { index }) {
  const data = Buffer.alloc((box.width + 1) * box.height);
  for (let y = 0; y < box.height; y += 1)
    for (let x = 0; x < box.width; x += 1)
      data[y * (box.width + 1) + x + 1] = index.get(pixels[(box.y + y) * width + box.x + x]);
  return deflateSync(data, { level: 9, memLevel: 9 });
}

function png({ width, height }, { colours }, chunks) {
  const head = Buffer.concat([number(width), number(height), Buffer.from([8, 3, 0, 0, 0])]);
  const table = Buffer.from(colours.flatMap((colour) => shifts.map((shift) => part(colour, shift))));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', table),
    ...chunks,
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function number(value) {
  const out = Buffer.alloc(4);
  out.writeUInt32BE(value);
  return out;
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(body, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
