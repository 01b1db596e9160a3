// The kinds of pages of the archive, and what each must answer without a script.

/** Each kind by the start of its path, the more special first, and what its reader comes for. */
const kinds = [
  {name: 'home', path: /^index\.html$/, answers: '.doors a[href]'},
  {name: 'not found', path: /^404\.html$/, answers: 'main a[href], main form'},
  {name: 'incidents', path: /^incidents\/(index|page-\d+\/index)\.html$/, answers: 'table.incidents a[href]'},
  {name: 'incident', path: /^incidents\/./, answers: 'main h1'},
  {name: 'facet list', path: /^(severity|services|tags|factors|years)\/index\.html$/, answers: 'main a[href]'},
  {name: 'facet', path: /^(severity|services|tags|factors|years)\/./, answers: 'main a[href*="incidents/"], main a[href*="runbooks/"]'},
  {name: 'runbooks', path: /^runbooks\/index\.html$/, answers: 'main a[href]'},
  {name: 'runbook', path: /^runbooks\/./, answers: 'main h1'},
  {name: 'decide', path: /^decide\/index\.html$/, answers: 'main a[href]'},
  {name: 'tree', path: /^decide\/./, answers: '#all ~ * a[href], #all ~ ol, #all ~ ul'},
  {name: 'search terms', path: /^search\/./, answers: 'main a[href]'},
  {name: 'communicate', path: /^communicate\//, answers: 'main pre, main table, main p'},
  {name: 'actions', path: /^actions\//, answers: 'main h2'},
  {name: 'insights', path: /^insights\//, answers: 'main svg[role="img"], main p'},
  {name: 'rules', path: /^rules\//, answers: 'main h2, main h3'},
  {name: 'about', path: /^about\//, answers: 'main p'},
  {name: 'health', path: /^health\//, answers: 'main a[href], main p'},
];

/** The kind of a page; one whose kind is unknown is a kind by its first folder. */
export function kindOf(path) {
  return kinds.find((kind) => kind.path.test(path)) ?? {name: path.split('/')[0], answers: 'main a[href]'};
}

/** Up to `count` pages of each kind: the largest first, then some spread over the rest. */
export function samples(pages, count) {
  const byKind = new Map();
  for (const page of pages) {
    const {name} = kindOf(page.path);
    byKind.set(name, [...(byKind.get(name) ?? []), page]);
  }
  return [...byKind.values()].flatMap((group) => {
    const sorted = [...group].sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
    const step = Math.max(1, Math.floor(sorted.length / count));
    return sorted.filter((_, index) => index % step === 0).slice(0, count);
  });
}
