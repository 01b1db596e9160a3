// usage: archive.mjs ARCHIVE [--per-kind N] [--query WORD] [--print] [--budgets] [--shots FOLDER]
//
// Opens pages of an archive in Chromium: N of each kind in five views with axe, from a disk and from a server, with and
// without JavaScript, by keyboard. `--print` also counts printed pages, which only content of known length can promise,
// and `--budgets` the bytes of pages. Prints what is wrong, and ends with 1 then.
import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import {kindOf, samples} from './kinds.mjs';
import {launch, pagesBelow, serve} from './served.mjs';
import {answers, budget, isSearchable, looksRight, opened, printedPages, views} from './visits.mjs';

const {values: options, positionals: [given]} = parseArgs({
  allowPositionals: true,
  options: {
    'per-kind': {type: 'string', default: '1'}, query: {type: 'string', default: 'database'}, print: {type: 'boolean'},
    budgets: {type: 'boolean'}, shots: {type: 'string'},
  },
});
const archive = path.resolve(given);
const pages = pagesBelow(archive).map((file) => ({path: file, bytes: fs.statSync(path.join(archive, file)).size}));
const chosen = samples(pages, Number(options['per-kind'])).map((page) => page.path);
const problems = [];
const note = (view, page, texts) => problems.push(...texts.map((text) => `${page} (${view}): ${text}`));

const {origin, stop} = await serve(archive);
const browser = await launch();

/** Opens pages one after the other in a context of its own. */
async function visit(name, settings, addresses, address, place, body) {
  const context = await browser.newContext(settings);
  for (const file of addresses) {
    const visited = await opened(context, address(file), place);
    await body?.(visited, file);
    note(name, file, visited.problems);
    await visited.page.close();
  }
  await context.close();
}

const served = (file) => `${origin}/${file}`;
const onDisk = (file) => pathToFileURL(path.join(archive, file)).href;
const folder = `${pathToFileURL(archive).href}/`;
const wide = views[0];

for (const view of views) {
  await visit(view.name, view, chosen, served, origin, async (visited, file) => {
    await looksRight(visited);
    if (options.shots) {
      const name = `${kindOf(file).name}-${view.name}`.replaceAll(' ', '-');
      await visited.page.screenshot({path: path.join(options.shots, `${name}-${chosen.indexOf(file)}.png`), fullPage: true});
    }
  });
}
await visit('keyboard', wide, chosen, onDisk, folder, (visited) => isSearchable(visited, options.query));
await visit('no JavaScript', {...wide, javaScriptEnabled: false}, chosen, onDisk, folder, answers);
if (options.print) {
  const most = {home: 1, incident: 4};
  await visit('print', wide, pages.map((page) => page.path).filter((file) => kindOf(file).name in most), onDisk, folder, async (visited, file) => {
    const count = await printedPages(visited.page);
    if (count > most[kindOf(file).name]) visited.problems.push(`prints on ${count} pages, at most ${most[kindOf(file).name]} are allowed`);
  });
}
if (options.budgets) for (const page of pages) note('bytes', page.path, budget(path.join(archive, page.path), page.path));

await browser.close();
stop();
for (const problem of [...new Set(problems)].slice(0, 80)) console.log(problem);
const kinds = new Set(chosen.map((file) => kindOf(file).name)).size;
console.log(`${chosen.length} pages of ${kinds} kinds, ${views.length} views: ${new Set(problems).size} problems`);
process.exitCode = chosen.length > 0 && problems.length === 0 ? 0 : 1;
