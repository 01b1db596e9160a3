import fs from 'node:fs';
import path from 'node:path';
import {imported} from './packages.mjs';
import {repository} from './repository.mjs';

const yaml = (await imported('js-yaml/dist/js-yaml.mjs')).default;
const {parseFragment} = await imported('parse5/dist/index.js');

function* filesBelow(folder) {
  if (!fs.existsSync(folder)) return;
  for (const entry of fs.readdirSync(folder, {withFileTypes: true})) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else yield file;
  }
}

function split(file) {
  const text = fs.readFileSync(file, 'utf8');
  const end = text.indexOf('\n---\n', 3);
  if (!text.startsWith('---\n') || end < 0) throw new Error(`${file}: no front matter`);
  return {text, frontMatter: yaml.load(text.slice(4, end)) ?? {}, body: text.slice(end + 5)};
}

/** The archive's page of a post; those of a log have one source, and its folder or else its title. */
function ofPage(page, archives) {
  if (archives.length < 2) return archives[0];
  const folder = path.basename(path.dirname(page.file));
  const escapes = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'};
  const titled = `<h1>${page.frontMatter.title.replace(/[&<>"']/g, (mark) => escapes[mark])}</h1>`;
  return archives.find(({file}) => path.basename(path.dirname(file)) === folder)
    ?? archives.find(({html}) => html.includes(titled));
}

/** What a site has for each source: the generated Markdown and the archive's page. */
export function pagesOf(site, editAddress = repository) {
  const archived = new Map();
  const archive = path.join(site, 'static', 'archive');
  for (const folder of ['incidents', 'runbooks']) {
    for (const file of filesBelow(path.join(archive, folder))) {
      if (path.basename(file) !== 'index.html') continue;
      const html = fs.readFileSync(file, 'utf8');
      const edit = html.match(/<p class="edit"><a href="([^"]*)"/)?.[1];
      if (!edit) continue;
      const address = parseFragment(edit).childNodes[0].value;
      const source = address.slice(editAddress.length + 1);
      archived.set(source, [...(archived.get(source) ?? []), {file, html}]);
    }
  }
  const pages = [];
  const permalinks = new Map();
  for (const [kind, folder] of [['blog', 'blog'], ['docs', 'docs']]) {
    for (const file of filesBelow(path.join(site, folder))) {
      if (!/\.mdx?$/.test(file)) continue;
      const {frontMatter, body} = split(file);
      const page = {kind, file, frontMatter, body, source: frontMatter.source};
      page.permalink = `/${kind}${frontMatter.slug}`;
      const sources = archived.get(encodeURI(page.source)) ?? archived.get(page.source) ?? [];
      page.archive = page.source === undefined ? undefined : ofPage(page, sources);
      if (page.archive) permalinks.set(page.permalink, path.relative(archive, page.archive.file));
      pages.push(page);
    }
  }
  return {pages, permalinks, archive};
}
