// usage: archive-browser.mjs ARCHIVE WORD
//
// Opens the archive in Chromium over HTTP and by file://, under its own policy: no console message, no violation, no
// request elsewhere; a search for WORD finds pages; markup in a query and in ?tag= stays text; a form that a page
// would send elsewhere and a script from another place are stopped. Prints the problems; ends with 1 when there are any.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {required} from '../DocusaurusOracle/packages.mjs';

const {chromium} = required('playwright-core');
const [given, word] = process.argv.slice(2);
const archive = path.resolve(given);
const types = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png'};

const server = http.createServer((request, response) => {
  const file = path.join(archive, decodeURIComponent(new URL(request.url, 'http://localhost').pathname).replace(/^\/pm\//, ''));
  const isThere = fs.existsSync(file) && fs.statSync(file).isFile();
  response.writeHead(isThere ? 200 : 404, {'Content-Type': types[path.extname(file)] ?? 'application/octet-stream'});
  response.end(isThere ? fs.readFileSync(file) : 'not found');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const bases = {http: `http://127.0.0.1:${server.address().port}/pm/`, file: `${pathToFileURL(archive).href}/`};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const problems = [];
const counts = {pages: 0, found: 0};

/** A page that writes down everything that goes wrong in it. */
async function opened(context, name, url) {
  const page = await context.newPage();
  page.on('console', (message) => problems.push(`${name}: console: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`${name}: ${error.message}`));
  page.on('dialog', (dialog) => { problems.push(`${name}: dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('requestfailed', (request) => problems.push(`${name}: failed: ${request.url()}`));
  page.on('request', (request) => {
    if (!Object.values(bases).some((base) => request.url().startsWith(base)) && !request.url().startsWith('data:')) problems.push(`${name}: request: ${request.url()}`);
  });
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
  });
  await page.goto(url, {waitUntil: 'load'});
  counts.pages += 1;
  for (const violation of await page.evaluate(() => window.violations)) problems.push(`${name}: violation: ${violation}`);
  return page;
}

function* pages(folder) {
  for (const entry of fs.readdirSync(folder, {withFileTypes: true})) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* pages(file);
    else if (entry.name.endsWith('.html')) yield path.relative(archive, file);
  }
}

for (const [scheme, base] of Object.entries(bases)) {
  const context = await browser.newContext();
  for (const file of [...pages(archive)].slice(0, 40)) await (await opened(context, `${scheme} ${file}`, base + file)).close();

  // The search as a reader uses it: from the home page, by the form.
  const home = await opened(context, `${scheme} search`, `${base}index.html`);
  await home.fill('main input[type=search], main input[name=q]', word);
  await Promise.all([home.waitForURL(/search\/index\.html\?/), home.press('main input[type=search], main input[name=q]', 'Enter')]);
  await home.waitForTimeout(1500);
  const found = await home.locator(`main a:has-text("${word}")`).count();
  counts.found += found;
  if (found === 0) problems.push(`${scheme} search: nothing found for ${word}`);
  await home.close();

  for (const hostile of ['"><svg onload=alert(1)>', '<img src=x onerror=alert(1)>', '</script><script>alert(1)</script>']) {
    for (const query of ['q', 'tag', 'severity']) {
      const page = await opened(context, `${scheme} ${query}=${hostile}`, `${base}search/index.html?${query}=${encodeURIComponent(hostile)}`);
      await page.waitForTimeout(200);
      if (await page.locator('main svg[onload], main img[onerror]').count()) problems.push(`${scheme} ${query}: markup became an element`);
      await page.close();
    }
  }

  // What a hole in the escaping could add must be stopped by the policy itself.
  const page = await context.newPage();
  await page.goto(`${base}index.html`);
  const stopped = await page.evaluate(async (isHTTP) => {
    const seen = [];
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
    const inline = document.createElement('script');
    inline.textContent = 'window.ran = true';
    document.body.append(inline);
    const remote = document.createElement('script');
    remote.src = 'https://example.com/x.js';
    document.body.append(remote);
    const disk = document.createElement('script');
    disk.src = 'file:///etc/passwd';
    if (isHTTP) document.body.append(disk);
    const form = document.createElement('form');
    form.action = 'https://example.com/';
    document.body.append(form);
    form.submit();
    const base = document.createElement('base');
    base.href = 'https://example.com/';
    document.head.append(base);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return {seen, ran: window.ran === true, base: document.baseURI};
  }, scheme === 'http');
  const wanted = ['script-src-elem', 'form-action', 'base-uri'];
  if (stopped.ran) problems.push(`${scheme}: an inline script ran`);
  for (const directive of wanted) if (!stopped.seen.includes(directive)) problems.push(`${scheme}: ${directive} stops nothing (${stopped.seen})`);
  await context.close();
}
await browser.close();
server.close();
for (const problem of problems.slice(0, 40)) console.log(problem);
console.log(`${counts.pages} pages opened, ${counts.found} found, ${problems.length} problems`);
process.exit(problems.length ? 1 : 0);
