// usage: words.mjs
//
// Cuts the texts of words.tsv into words as the script of the search does. A test of Swift reads the same file, so both cut
// alike.
import fs from 'node:fs';
import {engine} from './engine.mjs';

const {words} = engine();
let wrong = 0, count = 0;
for (const line of fs.readFileSync(new URL('words.tsv', import.meta.url), 'utf8').split('\n')) {
  if (!line || line.startsWith('#')) continue;
  const [mode, text, right] = line.split('\t');
  const found = words(text, mode === 'code').join(' ');
  count += 1;
  if (found === right) continue;
  wrong += 1;
  console.log(`  ${text}: ${found}, not ${right}`);
}
console.log(`${count} texts are cut by the script, ${wrong} of them wrong`);
process.exit(wrong ? 1 : 0);
