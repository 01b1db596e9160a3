// usage: example.mjs SITE
//
// Asks the search of the example site, without a browser, and tells each answer that is not as it should be.
import fs from 'node:fs';
import path from 'node:path';
import {engine} from './engine.mjs';

const archive = path.resolve(process.argv[2], 'static/archive');

/** A query, and the address that the first hit begins with; the kind and other values of the hit. */
const questions = [
  ['ApiErrorRateHigh', 'runbooks/alerts/apierrorratehigh', {kind: 'Runbook'}],
  ['api error rate high', 'runbooks/alerts/apierrorratehigh', {kind: 'Runbook'}],
  ['DatabaseConnectionPoolSaturated', 'runbooks/alerts/databaseconnectionpoolsaturated', {kind: 'Runbook'}],
  ['incident-2026-01-10-001', 'incidents/incident-2026-01-10-001'],
  ['exhausted connection pool', 'incidents/incident-2026-01-10-001', {day: '2026-01-10'}],
  ['pool checkout timed out after 51234ms', 'incidents/incident-2026-01-10-001'],
  ['expired client certifcate', 'incidents/incident-2025-03-18-001'],
  ['exhuasted conection pool', 'incidents/incident-2026-01-10-001'],
  ['token in build log', 'incidents/incident-2025-07-09-001'],
  ['should i roll back', 'decide/', {kind: 'Decision'}],
  ['mixed baskets, arrival rate and holding time', 'incidents/incident-2026-01-10-001', {section: 'Root cause'}],
  ['restart servi', 'runbooks/restart-service', {kind: 'Runbook'}],
  ['2026-10-02T11:12:13Z api[7]: connection pool checkout timed out\n2026-10-02T11:12:13Z api[9]: tax service slow', 'incidents/incident-2026-01-10-001'],
  ['constructor', null],
  ['zzzzqqqq', null],
];

let wrong = 0;
function check(isRight, text) {
  if (isRight) return;
  wrong += 1;
  console.log(`  ${text}`);
}

for (const [query, address, values = {}] of questions) {
  const {search, loaded} = engine(archive);
  const {hits} = await search(query);
  const first = hits[0];
  if (address === null) {
    check(!first, `${query}: ${first?.row.url} is found`);
    continue;
  }
  check(first?.row.url.toLowerCase().startsWith(address), `${query}: ${hits.slice(0, 3).map((hit) => hit.row.url).join(', ')}`);
  for (const [key, value] of Object.entries(values)) {
    const found = first && (key === 'kind' ? first.kind : first.row[key]);
    check(found === value, `${query}: ${key} is ${found}, not ${value}`);
  }
  for (const hit of hits) {
    const [file, anchor] = hit.row.url.split('#');
    const page = fs.existsSync(path.join(archive, file)) ? fs.readFileSync(path.join(archive, file), 'utf8') : '';
    check(page && (!anchor || page.includes(`id="${anchor}"`)), `${query}: ${hit.row.url} leads nowhere`);
  }
  check(new Set(loaded).size === loaded.length, `${query}: a script is loaded twice`);
}
console.log(`${questions.length} questions to the example site, ${wrong} answers wrong`);
process.exit(wrong ? 1 : 0);
