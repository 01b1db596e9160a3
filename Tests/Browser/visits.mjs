// What one page of the archive is asked in a browser. Each returns what is wrong, as texts.
import fs from 'node:fs';
import {required} from '../DocusaurusOracle/packages.mjs';
import {kindOf} from './kinds.mjs';

const axe = required('axe-core').source;
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The ways people look at a page. */
export const views = [
  {name: 'light', viewport: {width: 1280, height: 900}, colorScheme: 'light'},
  {name: 'dark', viewport: {width: 1280, height: 900}, colorScheme: 'dark'},
  {name: 'forced colours', viewport: {width: 1280, height: 900}, forcedColors: 'active'},
  {name: '320 px', viewport: {width: 320, height: 800}, colorScheme: 'light'},
  {name: '390 px', viewport: {width: 390, height: 844}, colorScheme: 'dark'},
];

/** Opens a page and keeps what it says on the console and asks of the network, beyond its own place. */
export async function opened(context, address, place) {
  const page = await context.newPage();
  const problems = [];
  page.on('console', (message) => problems.push(`console: ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('request', (request) => !request.url().startsWith(place) && !request.url().startsWith('data:')
    && problems.push(`asks outside: ${request.url()}`));
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  await page.addInitScript(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
    }).observe({type: 'layout-shift', buffered: true});
  });
  await page.goto(address, {waitUntil: 'load'});
  return {page, problems};
}

/** Violations of the accessibility rules, text that leaves the screen, and layout that moves by itself. */
export async function looksRight({page, problems}) {
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  const {shift, overflow} = await page.evaluate(() => new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => resolve({
      shift: window.shifted, overflow: document.documentElement.scrollWidth - window.innerWidth,
    }), 50));
  }));
  if (shift > 0.05) problems.push(`moves by ${shift.toFixed(3)}, at most 0.05 is allowed`);
  if (overflow > 0) problems.push(`${overflow} px wider than the screen`);
  await page.evaluate(axe);
  const {violations} = await page.evaluate((values) => window.axe.run(document, {runOnly: {type: 'tag', values}, resultTypes: ['violations']}), tags);
  for (const {id, nodes} of violations) problems.push(`axe ${id}: ${nodes.length} × ${nodes[0].html.slice(0, 120)}`);
}

/** From the field that `/` focuses, Tab reaches the first hit in at most four stops. */
export async function isSearchable({page, problems}, query) {
  await page.keyboard.press('/');
  const field = await page.evaluate(() => document.activeElement?.tagName === 'INPUT');
  if (!field) return problems.push('the key / does not focus the search');
  await page.keyboard.type(query);
  const hit = '.hits a, [data-found] a';
  await page.waitForSelector(hit, {timeout: 10000}).catch(() => problems.push(`no hit for ${query}`));
  for (let stops = 1; stops <= 4; stops += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), hit)) return undefined;
  }
  return problems.push('Tab does not reach the first hit in four stops');
}

/** The number of A4 pages it prints on. */
export async function printedPages(page) {
  const pdf = await page.pdf({format: 'A4'});
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** Without scripts it still holds what its reader comes for. */
export async function answers({page, problems}, path) {
  const {answers: selector} = kindOf(path);
  if (!(await page.$(selector))) problems.push(`without JavaScript there is no ${selector}`);
  const idle = await page.$$eval('button:not([type=submit])', (buttons) => buttons.filter((button) => button.checkVisibility()
    && button.type !== 'reset').length);
  if (idle > 0) problems.push(`without JavaScript ${idle} buttons do nothing`);
}

/** Bytes of a page or script against the most it may have. */
export function budget(file, path) {
  const {name} = kindOf(path);
  const most = name === 'home' ? 60_000 : name === 'incident' ? 150_000 : undefined;
  const {size} = fs.statSync(file);
  return most && size > most ? [`${size} bytes, at most ${most} are allowed`] : [];
}
