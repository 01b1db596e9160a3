// usage: specification.mjs SHARED OUT
//
// Writes the examples of the CommonMark and GFM specifications as reviews into the folder OUT.
import fs from 'node:fs';
import path from 'node:path';
import {both, writeReviews} from './documents.mjs';

const [shared, out] = process.argv.slice(2);
const examples = (file) => JSON.parse(fs.readFileSync(path.join(shared, 'spec', file), 'utf8')).map((entry) => entry.markdown);
const count = writeReviews(out, [
  ...both('commonmark', examples('commonmark-0.30.json')),
  ...both('gfm', examples('gfm-extensions.json')),
]);
console.log(`${count} documents`);
