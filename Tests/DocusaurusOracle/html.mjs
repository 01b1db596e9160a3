// usage: html.mjs SITE OUT
//
// Writes what the real Docusaurus compiles of every generated page, as HTML below OUT, in the first mode.
import fs from 'node:fs';
import path from 'node:path';
import {modes, rendered} from './modes.mjs';
import {pagesOf} from './pages.mjs';

const [site, out] = process.argv.slice(2);
const {pages} = pagesOf(site);
for (const page of pages) {
  const file = path.join(out, path.relative(site, page.file)).replace(/\.mdx?$/, '.html');
  fs.mkdirSync(path.dirname(file), {recursive: true});
  fs.writeFileSync(file, await rendered(page, page.body, modes[0]));
}
console.log(`${pages.length} pages compiled`);
