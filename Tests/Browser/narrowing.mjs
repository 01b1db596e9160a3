// usage: narrowing.mjs ARCHIVE [CHOICES] [SEED]
//
// Ticks values beside the list of incidents, and compares what is left with what site.json says of the same values: any
// of those of a facet, and every facet.
import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {launch} from './served.mjs';

const [given, choices = '30', seed = '7'] = process.argv.slice(2);
const archive = path.resolve(given);
const {incidents} = JSON.parse(fs.readFileSync(path.join(archive, 'site.json'), 'utf8'));

/** What site.json says of an incident in the terms of a facet. */
const values = {
  severity: ({severity}) => [severity],
  service: ({services}) => services,
  factor: ({factors}) => factors,
  tag: ({tags}) => tags,
  year: ({date}) => [date?.slice(0, 4)],
  status: ({actions: {open, total}}) => (total === 0 ? ['none'] : open > 0 ? ['open'] : ['done']),
};

let state = Number(seed);
/** The next number below a bound, the same for a seed. */
const random = (bound) => {
  state = (state * 1103515245 + 12345) % 2147483648;
  return Math.floor((state / 2147483648) * bound);
};

const browser = await launch();
const page = await (await browser.newContext({viewport: {width: 1280, height: 900}})).newPage();
const problems = [];
page.on('pageerror', (error) => problems.push(error.message));
const address = pathToFileURL(path.join(archive, 'incidents', 'index.html')).href;
let compared = 0;

for (let round = 0; round < Number(choices); round += 1) {
  await page.goto(address);
  const boxes = (await page.$$eval('[data-kind] li', (entries) => entries.map((entry) => ({kind: entry.parentNode.dataset.kind, key: entry.dataset.key}))))
    .filter(({kind, key}) => kind in values && key !== 'overdue');
  if (boxes.length === 0) break;
  const chosen = [...new Set(Array.from({length: 1 + random(4)}, () => boxes[random(boxes.length)]))];
  for (const {kind, key} of chosen) {
    await page.check(`[data-kind=${kind}] li[data-key=${JSON.stringify(key)}] input`);
  }
  const kinds = new Set(chosen.map(({kind}) => kind));
  const expected = incidents.filter((incident) => [...kinds].every((kind) => chosen
    .some((value) => value.kind === kind && values[kind](incident).includes(value.key)))).map(({url}) => url.replace('incidents/', ''));
  await page.waitForFunction(() => document.querySelector('[data-status]').textContent !== '');
  const read = () => page.$$eval('table[data-table] tbody tr a[href$="index.html"]', (links) => links
    .map((link) => link.getAttribute('href').replace(/^(\.\.\/)?(incidents\/)?/, '')).filter((href) => !href.startsWith('services/')));
  await page.waitForFunction((count) => document.querySelectorAll('table[data-table] tbody tr').length === count, Math.min(100, expected.length), {timeout: 5000})
    .catch(() => {});
  const shown = await read();
  compared += 1;
  const name = chosen.map(({kind, key}) => `${kind}=${key}`).join(' ');
  const status = await page.textContent('[data-status]');
  if (shown.join() !== expected.slice(0, 100).join()) problems.push(`${name}: ${shown.length} rows, ${expected.length} expected`);
  const said = expected.length ? `${expected.length} of ${incidents.length} incidents` : 'Nothing fits. Remove a filter above.';
  if (status !== said) problems.push(`${name}: it says "${status}"`);
  const saved = page.url();
  await page.goto('about:blank');
  await page.goto(saved);
  await page.waitForFunction(() => document.querySelector('[data-status]').textContent !== '', null, {timeout: 5000}).catch(() => {});
  if (await page.textContent('[data-status]') !== status) problems.push(`${name}: its address does not bring it back`);
}

await browser.close();
for (const problem of problems.slice(0, 40)) console.log(problem);
console.log(`${compared} choices of facets: ${problems.length} problems`);
process.exitCode = compared > 0 && problems.length === 0 ? 0 : 1;
