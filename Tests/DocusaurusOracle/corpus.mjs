// usage: corpus.mjs SHARED OUT
//
// Writes a content folder OUT of the real reviews and runbooks: a review keeps its bytes and gets a
// file name with a date, because a post needs a day and many reviews name none.
import fs from 'node:fs';
import path from 'node:path';
import {repository} from './repository.mjs';

const [shared, out] = process.argv.slice(2);
const markdown = /\.(md|markdown|html\.md\.erb)$/;

function* markdownBelow(folder) {
  for (const entry of fs.readdirSync(folder, {withFileTypes: true}).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* markdownBelow(file);
    else if (markdown.test(entry.name)) yield file;
  }
}

for (const folder of ['incidents', 'runbooks']) fs.mkdirSync(path.join(out, folder), {recursive: true});
fs.writeFileSync(path.join(out, 'site.yml'), `title: Corpus\nrepository: ${repository}\n`);
const counts = {};
for (const [kind, folder] of [['postmortem', 'incidents'], ['runbook', 'runbooks']]) {
  let number = 0;
  for (const file of markdownBelow(path.join(shared, 'corpus', kind))) {
    number += 1;
    const name = `${kind}-${String(number).padStart(3, '0')}${file.match(markdown)[0]}`;
    const target = path.join(out, folder, kind === 'postmortem' ? `2026-01-02-${name}` : name);
    fs.copyFileSync(file, target);
    fs.chmodSync(target, 0o644);
  }
  counts[kind] = number;
}
console.log(`${counts.postmortem} reviews, ${counts.runbook} runbooks`);
