// The search of an archive without a browser: its script runs in a world that has what it uses of a page.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const templates = new URL('../../templates/archive/', import.meta.url);

/** The script's functions; `archive` is the folder of the archive that they search. `loaded` names what was read of it. */
export function engine(archive) {
  const loaded = [];
  const world = vm.createContext({TextEncoder, console});
  world.window = world;
  world.document = {
    documentElement: {getAttribute: () => ''},
    createElement: () => ({}),
    head: {
      appendChild(script) {
        setTimeout(() => {
          const file = archive && path.join(archive, script.src);
          if (!file || !fs.existsSync(file)) return script.onerror();
          loaded.push(script.src);
          vm.runInContext(fs.readFileSync(file, 'utf8'), world);
          script.onload();
        });
      },
    },
  };
  vm.runInContext(fs.readFileSync(new URL('search.js', templates), 'utf8'), world);
  const {find, describe, words} = world.archiveSearch;
  return {
    words,
    loaded,
    /** The best hits of a query with their rows, and all words that were found. */
    search: (query, count = 10) => new Promise((resolve) => find(query, (result) => {
      describe(result.hits.slice(0, count), (hits) => resolve({hits, all: result.hits, words: result.words}));
    })),
  };
}
