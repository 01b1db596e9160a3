// usage: compare.mjs SITE [--edit ADDRESS] [--only TEXT] [--show N] [--compiles]
//
// Compiles every generated page of a site in all four modes and compares its text and links with
// the archive's page for the same source. Exit 1 when one differs, or with --compiles only when one does
// not compile.
import {archivedText, difference, postedText, withoutChecklist} from './comparison.mjs';
import {formatOf, modes, rendered} from './modes.mjs';
import {pagesOf} from './pages.mjs';
import {repository} from './repository.mjs';

const words = process.argv.slice(2);
const option = (name) => {
  const index = words.indexOf(name);
  return index < 0 ? undefined : words.splice(index, 2)[1];
};
const edit = option('--edit') ?? repository;
const only = option('--only');
const show = Number(option('--show') ?? 20);
const compiles = words.includes('--compiles');
const site = pagesOf(words[0], edit);

const truncation = /<!--\s*truncate\s*-->|\{\/\*\s*truncate\s*\*\/\}/;

/** No document may read the environment of the build. */
const canary = (process.env.ORACLE_CANARY ??= 'canary-6f1d2c90b7');

const counts = {pages: 0, compared: 0, uncompiled: 0, different: 0};
const problems = [];
for (const page of site.pages) {
  if (only !== undefined && !`${page.file} ${page.source}`.includes(only)) continue;
  counts.pages += 1;
  const archived = page.archive && archivedText(page, site);
  if (archived) counts.compared += 1;
  const done = new Map();
  for (const mode of modes) {
    // A mode that picks the same format and compatibility is the same compilation.
    const key = `${formatOf(page, mode)} ${mode.compatible}`;
    if (!done.has(key)) done.set(key, await problemIn(page, archived, mode));
    const problem = done.get(key);
    if (problem) {
      counts[problem.kind] += 1;
      problems.push({...problem, mode: mode.name, page});
      break;
    }
  }
}

async function problemIn(page, archived, mode) {
  let html;
  try {
    html = await rendered(page, page.body, mode);
    if (html.includes(canary)) throw new Error('code of the document was run');
    if (page.kind === 'blog') await checkExcerpt(page, mode, html);
  } catch (error) {
    return {kind: 'uncompiled', message: `${error.cause?.message ?? error.message}`.split('\n').slice(0, 4).join(' | ')};
  }
  const found = archived && difference(postedText(html, page, site), archived, page);
  return found ? {kind: 'different', message: found} : null;
}

/** List pages show what stands before the marker, compiled alone: the same text as in the post. */
async function checkExcerpt(page, mode, html) {
  const whole = postedText(html, page, site).body;
  const excerpt = await rendered(page, page.body.split(truncation, 1)[0], mode);
  const own = excerpt.match(/ (?:href|src)="(#[^"]*|\.[^"]*)"/)?.[1];
  if (own) throw new Error(`excerpt has a link that works on its own page only: ${own}`);
  const alone = postedText(excerpt, page, site);
  alone.body.forEach((block, index) => {
    if (block.text !== whole[index]?.text) throw new Error(`excerpt differs: ${JSON.stringify(block.text).slice(0, 200)}`);
  });
  if (alone.notes.length > 0) throw new Error('excerpt has a footnote');
  if (alone.body.length === 0 && withoutChecklist(whole)?.length > 0) throw new Error('excerpt is empty');
}

for (const {page, mode, kind, message} of problems.slice(0, show)) {
  console.log(`${page.source ?? page.file} [${mode}] ${kind}: ${message}`);
}
if (problems.length > show) console.log(`and ${problems.length - show} more`);
console.log(
  `${counts.pages} pages in ${modes.length} modes: ${counts.uncompiled} not compiled, `
    + `${counts.different} of ${counts.compared} compared different`);
const failures = compiles ? counts.uncompiled : problems.length;
process.exitCode = failures === 0 && counts.pages > 0 ? 0 : 1;
