import fs from 'node:fs';
import path from 'node:path';
import yaml from 'js-yaml';

/**
 * What `swift run build-site` wrote into this project: the posts, the docs and the archive.
 * The configuration is made from what is there, so a team without runbooks gets no dead link.
 */
export function readGenerated(siteFolder) {
  const inside = (...names) => path.join(siteFolder, ...names);
  if (!fs.existsSync(inside('docs', 'learning', 'index.md'))) {
    throw new Error(
      'site/docs is not written yet: run `build-site` in the folder above, then try again',
    );
  }
  const posts = postFolders(siteFolder);
  return {
    postCount: posts.length,
    latest: posts.slice(-5).reverse().flatMap((name) => postLine(inside('blog', name))),
    hasRunbooks: fs.existsSync(inside('docs', 'runbooks', '_category_.json')),
    hasResponse: isListed(inside('docs', 'runbooks', 'incident-response.md')),
    hasArchive: fs.existsSync(inside('static', 'archive', 'index.html')),
  };
}

/** The posts, oldest first, with what their front matter says. */
export function readPosts(siteFolder) {
  return postFolders(siteFolder).flatMap((name) => {
    const fields = postFields(path.join(siteFolder, 'blog', name));
    if (!fields) return [];
    const {severity, tone, duration} = fields.incident ?? {};
    return [{...fields, date: name.slice(0, 10), severity, tone, duration}];
  });
}

function postFolders(siteFolder) {
  const folder = path.join(siteFolder, 'blog');
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, {withFileTypes: true})
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map((entry) => entry.name)
    .sort();
}

function postFields(folder) {
  return frontMatter(path.join(folder, 'index.md')) ?? frontMatter(path.join(folder, 'index.mdx'));
}

/** Whether there is a page that the site may name. */
function isListed(file) {
  return fs.existsSync(file) && !frontMatter(file)?.unlisted;
}

/** The page an author edits is the source, never the generated copy; the copy names it. */
export function sourceOf(file) {
  return frontMatter(file)?.source;
}

function postLine(folder) {
  const fields = postFields(folder);
  if (!fields || fields.unlisted || fields.draft) return [];
  return [
    {
      title: fields.title,
      description: fields.description,
      permalink: `/blog${fields.slug}`,
      date: path.basename(folder).slice(0, 10),
      severity: fields.incident?.severity ?? null,
      tone: fields.incident?.tone ?? null,
    },
  ];
}

function frontMatter(file) {
  if (!fs.existsSync(file)) return undefined;
  const text = fs.readFileSync(file, 'utf8');
  const end = text.indexOf('\n---', 3);
  return text.startsWith('---\n') && end > 0 ? yaml.load(text.slice(4, end)) : undefined;
}
