// A built site as a static host serves it, and the browser that opens it.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import {required} from '../DocusaurusOracle/packages.mjs';

const {chromium} = required('playwright-core');

const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.xml': 'application/xml', '.txt': 'text/plain', '.xsl': 'text/xsl',
};

/** The file that a static host serves for a path; `undefined` for none. */
export function fileFor(folder, pathname) {
  const base = path.join(folder, decodeURIComponent(pathname));
  return [base, `${base}.html`, path.join(base, 'index.html')].find((file) => fs.existsSync(file) && fs.statSync(file).isFile());
}

/** Serves a folder on this machine alone: its origin, and how to stop. */
export async function serve(folder) {
  const server = http.createServer((request, response) => {
    const file = fileFor(folder, new URL(request.url, 'http://localhost').pathname);
    response.writeHead(file ? 200 : 404, {'Content-Type': types[path.extname(file ?? '')] ?? 'application/octet-stream'});
    response.end(file ? fs.readFileSync(file) : 'not found');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {origin: `http://127.0.0.1:${server.address().port}`, stop: () => server.close()};
}

/** Chromium without anything that asks the network on its own. */
export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

/** Every page below a folder, as a path below it with `/` between its parts. */
export function pagesBelow(folder) {
  return fs.readdirSync(folder, {withFileTypes: true, recursive: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}
