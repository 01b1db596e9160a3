import fs from 'node:fs';
import path from 'node:path';

/**
 * Where the links of a page lead, in terms that both outputs share: `page:` and the archive's file,
 * `file:` and the name of an evidence file's bytes, `heading:` and an id, or an absolute address.
 * `null` for a link that leads nowhere, which a post may not have.
 */
export function archiveTarget(written, page, site) {
  const target = written.trim();
  if (target === '') return null;
  if (/^#fn(ref)?\d+/.test(target)) return 'footnote';
  if (target.startsWith('#')) return hasID(page.archive.html, target.slice(1)) ? `heading:${decoded(target.slice(1))}` : null;
  if (isAbsolute(target)) return absolute(target);
  if (target.startsWith('/')) return fromRoot(target, site);
  const [file, anchor] = target.split('#');
  const where = path.join(path.dirname(page.archive.file), decoded(file.split('?')[0]));
  if (!fs.existsSync(where) || !fs.statSync(where).isFile()) return null;
  const inside = path.relative(site.archive, where);
  if (inside.startsWith('..')) return null;
  return inside.endsWith('/index.html') ? `page:${inside}${anchored(where, anchor)}` : `file:${digest(where)}`;
}

export function postTarget(written, page, site) {
  const target = written.trim();
  if (target.startsWith('#user-content-fn')) return 'footnote';
  if (target.startsWith('#')) return `heading:${decoded(target.slice(1))}`;
  if (target.startsWith('file:')) {
    const where = path.join(path.dirname(page.file), decoded(target.slice(5)));
    return fs.existsSync(where) ? `file:${digest(where)}` : `missing ${target}`;
  }
  if (target.startsWith('pathname:///evidence/')) {
    const where = path.join(site.archive, '..', decoded(target.slice('pathname:///'.length)));
    return fs.existsSync(where) ? `file:${digest(where)}` : `missing ${target}`;
  }
  if (isAbsolute(target)) return absolute(target) ?? (target.startsWith('pathname:') ? null : `unparsable ${target}`);
  if (!target.startsWith('/')) return `relative ${target}`;
  const found = fromRoot(target, site) ?? `unknown ${target}`;
  // In an excerpt a heading of the same page is named by its full address.
  const own = `page:${site.permalinks.get(page.permalink)}#`;
  return found.startsWith(own) ? `heading:${found.slice(own.length)}` : found;
}

const isAbsolute = (target) => /^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('//');

function absolute(target) {
  if (/^pathname:/.test(target)) {
    // What an author opted out of Docusaurus' checks is not looked at here either.
    const inside = target.match(/^pathname:\/+archive\/(.*)/)?.[1];
    return inside === undefined ? null : `page:${inside}`;
  }
  try {
    const url = new URL(target.startsWith('//') ? `https:${target}` : target);
    if (['javascript:', 'data:', 'vbscript:', 'file:'].includes(url.protocol)) return null;
    return `address:${decoded(url.href)}`;
  } catch {
    return null;
  }
}

/** A path from the root of the site, which the archive's pages keep as it is. */
function fromRoot(target, site) {
  const [place, anchor] = target.split('#');
  const page = site.permalinks.get(place.replace(/(.)\/$/, '$1'));
  if (page !== undefined) return `page:${page}${anchored(path.join(site.archive, page), anchor)}`;
  return ['/', '/blog', '/docs/runbooks', '/docs/learning'].includes(place) ? `site:${place}` : null;
}

function anchored(file, anchor) {
  if (anchor === undefined || anchor === '') return '';
  return hasID(fs.readFileSync(file, 'utf8'), anchor) ? `#${decoded(anchor)}` : '';
}

const hasID = (html, id) => html.includes(`id="${decoded(id)}"`) || html.includes(`id="${id}"`);

function digest(file) {
  const bytes = fs.readFileSync(file);
  return `${bytes.length} ${bytes.subarray(0, 64).toString('base64')}`;
}

/** Without percent-encoding; a `%` that begins no escape, or no character, means itself. */
function decoded(text) {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}
