// usage: scale.mjs SITE
//
// What queries load of a large archive, without a browser: the titles and summaries of pages spread over it, one with a slip
// in each word, and a summary pasted as lines.
import fs from 'node:fs';
import path from 'node:path';
import {engine} from './engine.mjs';

const archive = path.resolve(process.argv[2], 'static/archive');
const folder = path.join(archive, 'search');

/** The value that a script of the index hands over. */
function value(name) {
  const text = fs.readFileSync(path.join(folder, `${name}.js`), 'utf8');
  return JSON.parse(text.slice(text.indexOf(',') + 1, text.lastIndexOf(')')));
}

const {segments} = value('index');
const rows = segments.flatMap((segment) => {
  const scripts = Math.ceil(segment.pages / segment.rows);
  const step = Math.max(1, Math.floor(scripts / 8));
  return Array.from({length: Math.min(8, scripts)}, (_, index) => value(`${segment.name}-r${index * step}`)[0]);
});
const slip = (text) => text.replace(/\b([a-z]{2})([a-z])([a-z])(?=[a-z]{2})/g, '$1$3$2');
const queries = rows.flatMap((row) => [row[1], row[5].split(' ').slice(0, 8).join(' '), slip(row[1]), row[5].replace(/[.,] /g, '\n')]);

const all = [];
for (const query of queries.filter((one) => one.trim())) {
  const {search, loaded} = engine(archive);
  const start = performance.now();
  const {hits} = await search(query);
  const bytes = loaded.reduce((sum, name) => sum + fs.statSync(path.join(archive, name)).size, 0);
  all.push({query, bytes, scripts: loaded.length, hits: hits.length, time: performance.now() - start});
}
const size = fs.readdirSync(folder).reduce((sum, name) => sum + fs.statSync(path.join(folder, name)).size, 0);
const sorted = all.map((one) => one.bytes).sort((a, b) => a - b);
const most = all.find((one) => one.bytes === sorted.at(-1));
console.log(`${segments.map((one) => one.pages).join(' + ')} pages, an index of ${(size / 1e6).toFixed(1)} MB: ${all.length} queries load `
  + `${(sorted[sorted.length >> 1] / 1000).toFixed(0)} KB (median), ${(sorted.at(-1) / 1000).toFixed(0)} KB (most, ${most.scripts} scripts: ${most.query.slice(0, 60)})`);
