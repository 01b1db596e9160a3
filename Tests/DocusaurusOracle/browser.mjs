// usage: browser.mjs BUILD [--shots FOLDER]
//
// Opens every page of a built site in Chromium: no console error, no failed request, every image
// shown, every link and anchor within the site alive. The site is built for the base `/`.
import fs from 'node:fs';
import path from 'node:path';
import {fileFor as fileIn, launch, pagesBelow, serve} from '../Browser/served.mjs';

const [given, , shots] = process.argv.slice(2);
const build = path.resolve(given);
const fileFor = (pathname) => fileIn(build, pathname);
const {origin, stop} = await serve(build);

const addresses = pagesBelow(build)
  .filter((file) => path.basename(file) !== '404.html')
  .map((file) => `/${file}`.replace(/(^|\/)index\.html$/, '$1'))
  .map((address) => (address.startsWith('/archive') ? `${address}${address.endsWith('/') ? 'index.html' : ''}` : address.replace(/(.)\/$/, '$1').replace(/\.html$/, '')));

const browser = await launch();
const context = await browser.newContext({viewport: {width: 1280, height: 900}});
const problems = [];
const counts = {pages: 0, links: 0, images: 0};
const anchors = new Map();
const wanted = [];

for (const address of addresses) {
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && problems.push(`${address}: console: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`${address}: ${error.message}`));
  page.on('requestfailed', (request) => problems.push(`${address}: failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (response) => response.status() >= 400 && problems.push(`${address}: ${response.status()}: ${response.url()}`));
  await page.goto(origin + address, {waitUntil: 'load'});
  const seen = await page.evaluate(async () => {
    const images = [...document.images].filter((image) => !image.closest('noscript'));
    for (const image of images) image.loading = 'eager';
    await Promise.all(images.map((image) => image.decode().catch(() => {})));
    return {
      ids: [...document.querySelectorAll('[id], a[name]')].map((node) => node.id || node.name),
      // A link in a drawing has no address of its own as a text.
      links: [...document.querySelectorAll('a[href]')].map((link) => new URL(link.getAttribute('href'), document.baseURI).href),
      images: images.map((image) => ({source: image.currentSrc || image.src, isShown: image.naturalWidth > 0})),
      drawings: document.querySelectorAll('.docusaurus-mermaid-container').length,
    };
  });
  if (seen.drawings > 0) {
    await page.waitForSelector('.docusaurus-mermaid-container svg', {timeout: 20000})
      .catch(() => problems.push(`${address}: a diagram was not drawn`));
  }
  counts.pages += 1;
  anchors.set(new URL(origin + address).pathname, new Set(seen.ids));
  for (const image of seen.images) {
    counts.images += 1;
    if (!image.isShown) problems.push(`${address}: image not shown: ${image.source}`);
  }
  for (const link of seen.links) if (link.startsWith(origin)) wanted.push({address, link: new URL(link)});
  await page.close();
}

const normal = (pathname) => decodeURI(pathname).replace(/(.)\/$/, '$1').replace(/\/index\.html$/, '') || '/';
const byPage = new Map([...anchors].map(([pathname, ids]) => [normal(pathname), ids]));
for (const {address, link} of wanted) {
  counts.links += 1;
  if (!fileFor(link.pathname)) problems.push(`${address}: dead link: ${link.pathname}`);
  else if (link.hash.length > 1 && byPage.has(normal(link.pathname))) {
    const id = decodeURIComponent(link.hash.slice(1));
    if (!byPage.get(normal(link.pathname)).has(id)) problems.push(`${address}: dead anchor: ${link.pathname}${link.hash}`);
  }
}

if (shots) {
  fs.mkdirSync(shots, {recursive: true});
  const post = addresses.find((address) => /^\/blog\/\d{4}\//.test(address));
  const views = {home: '/', blog: '/blog', post, runbooks: '/docs/runbooks', response: '/docs/runbooks/incident-response', learning: '/docs/learning', actions: '/docs/learning/action-items', figures: '/docs/learning/figures', rollback: '/docs/runbooks/rollback'};
  for (const scheme of ['light', 'dark']) {
    for (const [size, width, height] of [['wide', 1280, 900], ['narrow', 390, 844]]) {
      const view = await browser.newContext({viewport: {width, height}, colorScheme: scheme});
      for (const [name, address] of Object.entries(views)) {
        if (!address || !fileFor(address)) continue;
        const page = await view.newPage();
        await page.goto(origin + address, {waitUntil: 'networkidle'});
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow > 0) problems.push(`${address}: ${overflow} px wider than a screen of ${width}`);
        await page.screenshot({path: path.join(shots, `${name}-${scheme}-${size}.png`), fullPage: true});
        await page.close();
      }
      await view.close();
    }
  }
}

await browser.close();
stop();
for (const problem of [...new Set(problems)].slice(0, 60)) console.log(problem);
console.log(`${counts.pages} pages, ${counts.links} links, ${counts.images} images: ${new Set(problems).size} problems`);
process.exitCode = counts.pages > 0 && problems.length === 0 ? 0 : 1;
