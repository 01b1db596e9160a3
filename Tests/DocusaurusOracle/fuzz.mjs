// usage: fuzz.mjs OUT COUNT [SEED]
//
// Writes COUNT reviews made of fragments, spliced into each other, into the folder OUT. The same
// seed gives the same documents.
import {chat, matrix, unusual} from './fragments.mjs';
import {writeReviews} from './documents.mjs';

const [out, count, seed = '1'] = process.argv.slice(2);

/** mulberry32: 32 bits of state are enough to draw fragments. */
function generator(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const random = generator(Number(seed));
const below = (number) => Math.floor(random() * number);
const one = (list) => list[below(list.length)];

const prose = [
  'The pool of connections was full', 'nobody saw it for ten minutes', 'we rolled back', 'Latency fell',
];
const headings = ['## Impact', '## Root cause', '### What we tried', '## Timeline', '## Details {#details}'];

/** Puts one text into another, at a place between two characters. */
function spliced(outer, inner) {
  const scalars = [...outer];
  const place = below(scalars.length + 1);
  return scalars.slice(0, place).join('') + inner + scalars.slice(place).join('');
}

function paragraph() {
  switch (below(8)) {
    case 0: return one(matrix);
    case 1: return one(chat);
    case 2: return `- ${one(chat)}\n- ${one(chat).replaceAll('\n', '\n  ')}`;
    case 3: return spliced(one(chat), one(unusual));
    case 4: return spliced(one(matrix), one(unusual));
    case 5: return spliced(spliced(one(prose), one(chat)), one(unusual));
    case 6: return `${one(prose)} ${one(matrix)}`;
    default: return spliced(one(matrix), one(matrix));
  }
}

function review() {
  const parts = [one(prose)];
  for (let length = 2 + below(5); length > 0; length -= 1) {
    if (below(3) === 0) parts.push(one(headings));
    parts.push(paragraph());
  }
  return `\n${parts.join('\n\n')}\n`;
}

const documents = Array.from({length: Number(count)}, (_, index) => ({
  name: `fuzz-${String(index + 1).padStart(5, '0')}`,
  body: review(),
}));
console.log(`${writeReviews(out, documents)} documents, seed ${seed}`);
