import fs from 'node:fs';
import path from 'node:path';
import {repository} from './repository.mjs';

/** What the reviews are written as: `.mdx` where ORACLE_MDX is set. */
const ending = process.env.ORACLE_MDX ? '.mdx' : '.md';

/** Writes a content folder of reviews, one for each text, and says how many there are. */
export function writeReviews(folder, documents) {
  const incidents = path.join(folder, 'incidents');
  fs.mkdirSync(incidents, {recursive: true});
  fs.writeFileSync(path.join(folder, 'site.yml'), `title: Test\nrepository: ${repository}\n`);
  for (const {name, body} of documents) {
    const front = `---\ntitle: "Document ${name}"\ndate: 2026-01-02\n---\n`;
    fs.writeFileSync(path.join(incidents, name + ending), front + body);
  }
  return documents.length;
}

/** A text as one section among others, and as all that a review says. */
export function asSection(text) {
  return `\nBefore the text.\n\n## Details\n\n${text}\n\n## Afterwards\n\nBehind the text.\n`;
}

export function asWhole(text) {
  return text.startsWith('\n') ? text : `\n${text}`;
}

const numbered = (prefix, number) => `${prefix}-${String(number).padStart(4, '0')}`;

/** Each text twice, as a section and as the whole. */
export function both(prefix, texts) {
  return texts.flatMap((text, index) => [
    {name: `${numbered(prefix, index + 1)}-section`, body: asSection(text)},
    {name: `${numbered(prefix, index + 1)}-whole`, body: asWhole(text)},
  ]);
}
