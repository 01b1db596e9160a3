// usage: tasks.mjs SITE SHARED TASKS…
//
// Asks the search of an archive, in Chromium and from file://, what each line of the task files asks, and tells which hit is
// the right page. A task that names lines of a document takes them from the content folder beside SITE and changes their
// digits, as another incident with the same error would.
import fs from 'node:fs';
import path from 'node:path';
import {createRequire} from 'node:module';

const [site, content, ...files] = process.argv.slice(2);
const require = createRequire(path.resolve('site', 'package.json'));
const {chromium} = require('playwright-core');
const archive = path.resolve(site, 'static/archive');

function tasks(file) {
  return fs.readFileSync(file, 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => {
    const [kind, query, right] = line.split('\t');
    return {kind, query: kind === 'log' ? pasted(query) : query, right: right.split('|'), file};
  });
}

function pasted(place) {
  const [name, first, last] = place.split(/[:-](?=\d+(?:-|$))/);
  const file = fs.readdirSync(path.join(content, 'incidents')).find((one) => one.includes(name));
  const lines = fs.readFileSync(path.join(content, 'incidents', file), 'utf8').split('\n').slice(first - 1, last);
  return lines.map((line) => line.replace(/\d/g, (digit) => (Number(digit) + 3) % 10)).join('\n');
}

const browser = await chromium.launch({executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox']});
const results = [];
for (const task of files.flatMap(tasks)) {
  const page = await browser.newPage();
  const loaded = new Set();
  page.on('request', (request) => loaded.add(request.url()));
  await page.goto(`file://${archive}/search/index.html`);
  const before = new Set(loaded);
  const found = await page.evaluate(async (query) => {
    const field = document.getElementById('ask');
    const list = document.querySelector('[data-found]');
    const status = document.querySelector('[data-status]');
    const start = performance.now();
    const done = new Promise((resolve) => {
      const look = () => {
        if (list.querySelector('a') || /^(Nothing|0 )/.test(status.textContent)) resolve(performance.now() - start);
      };
      new MutationObserver(look).observe(document.body, {childList: true, subtree: true, characterData: true});
      setTimeout(() => resolve(NaN), 10000);
    });
    field.focus();
    field.value = query.replace(/\s*\n\s*/g, ' \u23ce ');
    field.dispatchEvent(new Event('input', {bubbles: true}));
    const time = await done;
    return {time, hits: [...list.querySelectorAll('a')].map((link) => `${link.getAttribute('href')} ${link.textContent}`)};
  }, task.query);
  const bytes = [...loaded].filter((url) => !before.has(url)).reduce((sum, url) => {
    try { return sum + fs.statSync(new URL(url)).size; } catch { return sum; }
  }, 0);
  const place = found.hits.findIndex((hit) => task.right.some((right) => hit.toLowerCase().includes(right.toLowerCase())));
  results.push({...task, ...found, bytes, place});
  await page.close();
}
await browser.close();

for (const file of files) {
  const own = results.filter((one) => one.file === file);
  const good = own.filter((one) => one.place >= 0 && one.place < 3);
  const first = own.filter((one) => one.place === 0);
  for (const one of own.filter((one) => !good.includes(one))) {
    console.log(`  ${one.place < 0 ? 'missing' : `hit ${one.place + 1}`}: ${one.kind}: ${one.query.slice(0, 70)}`);
    for (const hit of one.hits.slice(0, 3)) console.log(`      ${hit.slice(0, 110)}`);
  }
  const sorted = (key) => own.map((one) => one[key]).sort((a, b) => a - b);
  const middle = (list) => list[Math.floor(list.length / 2)];
  console.log(`${path.basename(file)}: ${good.length} of ${own.length} in the first three, ${first.length} first; `
    + `first result after ${middle(sorted('time')).toFixed(0)} ms (median), ${sorted('time').at(-1).toFixed(0)} ms (most); `
    + `${(middle(sorted('bytes')) / 1000).toFixed(0)} KB loaded (median), ${(sorted('bytes').at(-1) / 1000).toFixed(0)} KB (most)`);
}
