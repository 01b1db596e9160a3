// usage: live.mjs BINARY CONTENT TEMPLATES [--shots FOLDER] [--edits N] [--limit MS]
//
// Opens pages of `build-site serve` in Chromium and edits what they are made of. Without --edits it looks at the reload,
// at the panel of findings and at what happens to pages that go, come back or lose their server; prints what is wrong, and
// ends with 1 then. With --edits it prints how long N edits of one review take from the write of the file to the loaded
// page, and ends with 1 when the median is above the limit.
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {launch} from '../Browser/served.mjs';
import {required} from '../DocusaurusOracle/packages.mjs';
import {opened, views} from '../Browser/visits.mjs';

const axe = required('axe-core').source;

const {values: options, positionals: [binary, content, templates]} = parseArgs({
  allowPositionals: true,
  options: {shots: {type: 'string'}, edits: {type: 'string'}, limit: {type: 'string', default: '1000'}},
});
const problems = [];
const expect = (isRight, what) => isRight || problems.push(what);

/** The program at work on a copy of the content. */
async function start() {
  const folder = fs.mkdtempSync(path.join(fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'build-site-live-'));
  fs.cpSync(content, path.join(folder, 'content'), {recursive: true});
  fs.cpSync(templates, path.join(folder, 'templates'), {recursive: true});
  const program = spawn(path.resolve(binary), ['serve', '--port', '0', ...(options.edits ? ['--keep-going'] : [])], {cwd: folder});
  const told = {errors: ''};
  program.stderr.on('data', (data) => { told.errors += data; });
  const origin = await new Promise((resolve, reject) => {
    program.stdout.on('data', (data) => resolve(String(data).match(/http:\S+(?=\/)/)?.[0]));
    program.on('exit', (code) => reject(new Error(`serve ended with ${code}: ${told.errors}`)));
  });
  const stop = () => new Promise((resolve) => {
    program.removeAllListeners('exit');
    program.on('exit', (code) => resolve(code));
    program.kill('SIGINT');
  });
  return {folder, origin, told, stop};
}

/** The review whose page is opened, and the address of the page. */
function chosen(folder) {
  const pages = fs.readdirSync(path.join(folder, 'site/static/archive/incidents'), {withFileTypes: true})
    .filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  const files = fs.readdirSync(path.join(folder, 'content/incidents'), {recursive: true})
    .filter((name) => name.endsWith('.md') && !name.endsWith('timeline.md')).sort();
  for (const file of files) {
    const text = fs.readFileSync(path.join(folder, 'content/incidents', file), 'utf8');
    const title = text.match(/^(?:title: |# )(.*)$/m)?.[1].replaceAll('"', '');
    const page = pages.find((name) => title && fs.readFileSync(
      path.join(folder, 'site/static/archive/incidents', name, 'index.html'), 'utf8').includes(`<h1>${title}</h1>`));
    if (page) return {file: path.join(folder, 'content/incidents', file), text, page: `incidents/${page}/index.html`};
  }
  throw new Error('no review has a page with its title');
}

const newReview = `---
title: Pool full
date: 2026-11-11
severity: P3
---

## Summary

The pool was full.

## Timeline

All times in UTC.

- 10:05 - Error rate at 25%
- 10:20 - Resolved

## Root cause

The pool had ten connections for twenty workers.

## Action items

- Alert on pool use @data due 2026-12-01
`;

const summary = (page) => page.locator('.build-site-live .live-line').textContent({timeout: 10_000});
const says = (page, words) => page.waitForFunction(
  (wanted) => document.querySelector('.build-site-live')?.textContent.includes(wanted), words, {timeout: 15_000})
  .catch(() => problems.push(`the panel does not say: ${words}`));
const shows = (page, words) => page.waitForFunction(
  (wanted) => document.body.textContent.includes(wanted), words, {timeout: 15_000})
  .catch(() => problems.push(`the page does not show: ${words}`));

/** Violations of the accessibility rules by the panel, and a panel that leaves the screen. */
async function looksRight({page}, view) {
  await page.evaluate(axe);
  const {violations} = await page.evaluate(() => window.axe.run('.build-site-live', {resultTypes: ['violations']}));
  for (const {id, nodes} of violations) problems.push(`${view}: axe ${id}: ${nodes[0].html.slice(0, 120)}`);
  const {left, right, top, bottom} = await page.evaluate(() => document.querySelector('.build-site-live').getBoundingClientRect());
  const {width, height} = page.viewportSize();
  expect(left >= 0 && top >= 0 && right <= width && bottom <= height, `${view}: the panel leaves the screen`);
}

/** What a page said, without the streams that end when it is loaded again. */
const said = (noted) => noted.filter((problem) => !/events\?page=.*ERR_ABORTED/.test(problem));

async function looks(browser) {
  const {folder, origin, told, stop} = await start();
  const {file, text, page: address} = chosen(folder);
  const name = path.relative(folder, file);
  const bad = text.replace(/^severity: .*$/m, 'severity: P9');
  for (const view of views) {
    const context = await browser.newContext(view);
    const visited = await opened(context, `${origin}/${address}`, origin);
    await says(visited.page, 'No findings on this page');
    await looksRight(visited, view.name);
    fs.writeFileSync(file, bad);
    await says(visited.page, 'Not rebuilt');
    await says(visited.page, `${name}:`);
    await visited.page.locator('.build-site-live summary').click();
    await looksRight(visited, view.name);
    if (options.shots) {
      await visited.page.screenshot({path: path.join(options.shots, `panel-${view.name}.png`.replaceAll(' ', '-'))});
    }
    fs.writeFileSync(file, text);
    await says(visited.page, 'No findings on this page');
    problems.push(...said(visited.problems).map((problem) => `${view.name}: ${problem}`));
    await context.close();
  }

  const context = await browser.newContext(views[0]);
  const {page, problems: noted} = await opened(context, `${origin}/${address}`, origin);
  const other = await opened(context, `${origin}/about/`, origin);
  let loads = 0;
  other.page.on('load', () => { loads += 1; });
  const end = text.trimEnd();
  fs.writeFileSync(file, `${end}\n\nA sentence that was not there.\n`);
  await shows(page, 'A sentence that was not there.');
  fs.writeFileSync(`${file}.tmp`, `${end}\n\nAnother sentence <b>with a tag</b>.\n`);
  fs.renameSync(`${file}.tmp`, file);
  await shows(page, 'Another sentence');
  await summary(other.page);
  expect(loads === 0, `a page that an edit does not change was loaded ${loads} times`);
  // A style changes all pages.
  fs.appendFileSync(path.join(folder, 'templates/archive/archive.css'), '\nh1 { letter-spacing: 3px; }\n');
  await other.page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).letterSpacing === '3px', null, {timeout: 15_000})
    .catch(() => problems.push('a new style is not shown'));
  // A page comes and goes.
  const review = path.join(folder, 'content/incidents/2026-11-11-pool-full.md');
  await other.page.goto(`${origin}/incidents/2026-11-11-pool-full/`);
  await shows(other.page, 'Page not found');
  fs.writeFileSync(review, newReview);
  await shows(other.page, 'The pool was full.');
  fs.rmSync(review);
  await shows(other.page, 'Page not found');
  // The server goes.
  const rest = said(noted).filter((problem) => !problem.includes('404'));
  expect(rest.length === 0, rest.join('; '));
  const code = await stop();
  expect(code === 0, `Ctrl-C: exit code ${code}; ${told.errors}`);
  await says(page, 'Not connected');
  await context.close();
  fs.rmSync(folder, {recursive: true});
}

async function times(browser) {
  const {folder, origin, told, stop} = await start();
  const {file, text, page: address} = chosen(folder);
  const context = await browser.newContext(views[0]);
  const page = await context.newPage();
  await page.goto(`${origin}/${address}`);
  await summary(page);
  const taken = [];
  for (let edit = 0; edit < Number(options.edits) + 3; edit += 1) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const loaded = page.waitForEvent('load', {timeout: 20_000});
    const begin = performance.now();
    fs.writeFileSync(file, `${text.trimEnd()}\n\nEdit number ${edit} of this review.\n`);
    await loaded;
    taken.push(performance.now() - begin);
    await shows(page, `Edit number ${edit} of`);
    await summary(page);
  }
  // The first ones warm up the browser and the disk's cache.
  const sorted = taken.slice(3).sort((left, right) => left - right);
  const median = sorted[sorted.length >> 1];
  const files = fs.readdirSync(path.join(folder, 'content/incidents'), {recursive: true}).filter((name) => name.endsWith('.md')).length;
  console.log(`${files} files: median ${median.toFixed(0)} ms, ${sorted[0].toFixed(0)} to ${sorted.at(-1).toFixed(0)} ms, of ${sorted.length} edits`);
  console.log(`  of them the build: ${[...told.errors.matchAll(/ in (\d+) ms/g)].slice(-sorted.length).map((match) => match[1]).join(' ')}`);
  expect(median <= Number(options.limit), `the median is above ${options.limit} ms`);
  await stop();
  fs.rmSync(folder, {recursive: true});
}

const browser = await launch();
try {
  await (options.edits ? times(browser) : looks(browser));
} finally {
  await browser.close();
}
for (const problem of problems) console.log(`WRONG: ${problem}`);
console.log(problems.length === 0 ? 'nothing is wrong' : `${problems.length} wrong`);
process.exit(problems.length === 0 ? 0 : 1);
