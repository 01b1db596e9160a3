import fs from 'node:fs';
import path from 'node:path';

/**
 * The folder of site.yml, from which pages name their sources: the nearest one upwards within the repository, there or
 * in content/. This is the search of build-site itself.
 */
export function contentFolder(siteFolder) {
  let folder = path.resolve(siteFolder, '..');
  const usual = path.join(folder, 'content');
  for (;;) {
    for (const candidate of [folder, path.join(folder, 'content')]) {
      if (fs.existsSync(path.join(candidate, 'site.yml'))) return candidate;
    }
    const parent = path.dirname(folder);
    if (parent === folder || fs.existsSync(path.join(folder, '.git'))) return usual;
    folder = parent;
  }
}
