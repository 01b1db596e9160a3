import {blocksOf, blocksOfElements} from './blocks.mjs';
import {archiveTarget, postTarget} from './links.mjs';

const same = (left, right) => left.kind === right.kind && left.text === right.text;

/** Blocks that show something: an image without a file and without a text for it shows nothing. */
const seen = (blocks) => blocks.filter((block) => block.text !== '' || block.links.length > 0);

/** The text of a page of the archive, in its parts. */
export function archivedText(page, site) {
  const {html} = page.archive;
  const pick = (isWanted) => blocksOfElements(html, isWanted).map(resolve);
  const resolve = (blocks) =>
    seen(blocks.map((block) => ({...block, links: block.links.map((link) => targetOf(link, page, site)).filter(Boolean)})));
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const withoutNotes = main.replace(/<section class="footnotes">[\s\S]*?<\/section>/g, '');
  const parts = (text, isWanted) => blocksOfElements(text, isWanted).map(resolve);
  const has = (name) => (node, {classes}) => classes(node).includes(name);
  if (page.kind === 'docs') {
    // What incidents say of the runbook is told below its text.
    const own = withoutNotes.replace(/<section[^>]* aria-labelledby="(used-in-incidents|work-on-this-page|archive-decided)">[\s\S]*?<\/section>/g, '');
    return {body: parts(own, has('prose'))[0] ?? [], pieces: [], notes: pick(has('footnotes')).flat()};
  }
  const summary = parts(withoutNotes, (node, {classes, attribute}) =>
    classes(node).includes('summary') && attribute(node, 'id') !== undefined);
  const lessons = parts(withoutNotes, has('learn'));
  // What stands in a section of its own was taken out of the review's order.
  const apart = parts(withoutNotes, (node, {classes, inside}) => classes(node).includes('prose') && inside('section'));
  const body = parts(withoutNotes, (node, {classes, inside}) =>
    classes(node).includes('prose') && !classes(node).includes('summary') && !inside('section')).flat();
  // The parts of an entry stand side by side.
  const entries = parts(withoutNotes.replace(/<\/(span|a)>/g, '$& '), (node, {classes}) => node.tagName === 'ol' && classes(node).includes('timeline')).flat();
  // A time is shown in one form; the author's spelling is its title.
  const spellings = [...withoutNotes.matchAll(/<time [^>]*title="([^"]*)"/g)].map((match) => match[1]);
  const timeline = wordsOf([...entries.map((block) => block.text), ...spellings].join(' '));
  return {body, pieces: [...summary, ...lessons, ...apart], timeline, notes: pick(has('footnotes')).flat()};
}

/** How often each word is in a text, whatever its capitals. */
function wordsOf(text) {
  const counts = new Map();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * The blocks of a post without those that the archive shows as a list of entries: each of their words is in the list, and
 * no word of the list stands for two.
 */
function withoutEntries(blocks, archived, timeline) {
  const left = new Map(timeline);
  let next = 0;
  return blocks.filter((block) => {
    if (archived[next] && same(block, archived[next])) {
      next += 1;
      return true;
    }
    const words = [...wordsOf(block.text)];
    if (words.length === 0 || !words.every(([word, count]) => (left.get(word) ?? 0) >= count)) return true;
    for (const [word, count] of words) left.set(word, left.get(word) - count);
    return false;
  });
}

function targetOf(link, page, site) {
  const target = archiveTarget(link.href ?? link.image, page, site);
  return target && `${link.image === undefined ? 'link' : 'image'} ${target}`;
}

/** The text of a generated page, without what the generator itself added to the author's. */
export function postedText(html, page, site) {
  const resolve = (blocks) =>
    seen(blocks.map((block) => ({
      ...block,
      links: block.links.map((link) => {
        const target = postTarget(link.href ?? link.image, page, site);
        return target && `${link.image === undefined ? 'link' : 'image'} ${target}`;
      }).filter(Boolean),
    })));
  const notes = blocksOfElements(html, (node, {attribute}) => attribute(node, 'data-footnotes') !== undefined, true)
    .flat();
  const body = html
    .replace(/<section data-footnotes[\s\S]*?<\/section>/g, '');
  return {body: resolve(blocksOf(body, true)), notes: resolve(notes)};
}

/**
 * The first difference between a generated page and the archive's page for the same source, as a
 * sentence; `null` when they say the same.
 */
export function difference(posted, archived, page) {
  let blocks = posted.body;
  if (page.kind === 'docs') blocks = withoutAdditions(blocks, archived.body);
  if (page.kind === 'blog') {
    blocks = withoutChecklist(blocks);
    if (blocks === null) return 'the nine points are missing';
  }
  for (const piece of archived.pieces.filter((piece) => piece.length > 0)) {
    const place = indexOf(piece, blocks, archived.body);
    if (place < 0) return `a part of the archive's page is not in the text: ${shown(piece[0])}${nearest(piece, blocks)}`;
    const heading = isExtraHeading(blocks, place - 1, archived.body) ? 1 : 0;
    blocks = [...blocks.slice(0, place - heading), ...blocks.slice(place + piece.length)];
  }
  // A section with nothing but sections in it leaves only its heading behind.
  for (const unused of archived.pieces.filter((piece) => piece.length === 0)) {
    const place = blocks.findIndex((_, index) => isExtraHeading(blocks, index, archived.body));
    if (place >= 0) blocks = blocks.filter((_, index) => index !== place);
  }
  if (archived.timeline?.size > 0) {
    const place = blocks.findIndex((_, index) => isExtraHeading(blocks, index, archived.body));
    if (place >= 0) blocks = blocks.filter((_, index) => index !== place);
    blocks = withoutEntries(blocks, archived.body, archived.timeline);
  }
  const notes = sequence(posted.notes, archived.notes);
  // Where nothing of the review stands before the marker, its description does.
  const isLead = page.kind === 'blog' && blocks[0]?.text === page.frontMatter.description;
  if (isLead && sequence(blocks.slice(1), archived.body) === null) return notes;
  return sequence(blocks, archived.body) ?? notes;
}

function sequence(posted, archived) {
  for (let index = 0; index < Math.max(posted.length, archived.length); index += 1) {
    const [ours, theirs] = [posted[index], archived[index]];
    if (!ours || !theirs || !same(ours, theirs)) return `post ${shown(ours)} archive ${shown(theirs)}`;
    if (ours.kind === 'heading' && (ours.id ?? '') !== (theirs.id ?? '')) {
      return `id of ${shown(ours)}: post ${ours.id} archive ${theirs.id}`;
    }
    const [left, right] = [ours.links.join('\n'), theirs.links.join('\n')];
    if (left !== right) return `links of ${shown(ours)}: post ${JSON.stringify(ours.links)} archive ${JSON.stringify(theirs.links)}`;
  }
  return null;
}

/** The blocks of a post above its last section, the nine points; `null` when they are missing. */
export function withoutChecklist(blocks) {
  const end = blocks.findLastIndex((block) => block.kind === 'heading' && block.text === 'After the incident');
  return end < 0 ? null : blocks.slice(0, end);
}

/** The facts, the first command and the state above a runbook's text and the incidents below it. */
function withoutAdditions(blocks, archived) {
  let start = 0;
  if (/^(Alert|Severity|Takes|Owner): /.test(blocks[0]?.text ?? '') && !(archived[0] && same(blocks[0], archived[0]))) {
    start = 1;
  }
  if (/^First command(, in .*)?:$/.test(blocks[start]?.text ?? '') && blocks[start + 1]?.kind === 'code') start += 2;
  if (/^State: (verified|due for a check|changed since|never verified)\. /.test(blocks[start]?.text ?? '')) start += 1;
  let end = blocks.length - 1;
  while (end >= 0 && blocks[end].text !== 'Incidents where this runbook was used') end -= 1;
  const inner = blocks.slice(start, end);
  // Docusaurus draws the decision trees as well; the archive has them as they are written.
  const isOwn = (block) => archived.some((other) => same(other, block));
  // The list of where the answers lead follows a drawing, up to the next heading.
  let isDrawn = false;
  return inner.filter((block) => {
    if (block.kind === 'heading') isDrawn = false;
    if (block.kind === 'code' && /^(%%\{init: .*?\}%%\s+)?flowchart /.test(block.text) && !isOwn(block)) isDrawn = true;
    return !isDrawn;
  });
}

/** Where a part stands in the text: below a heading that the archive replaced, or else anywhere. */
function indexOf(piece, blocks, archived) {
  const places = [];
  for (let place = 0; place + piece.length <= blocks.length; place += 1) {
    if (piece.every((block, index) => same(block, blocks[place + index]))) places.push(place);
  }
  return places.find((place) => isExtraHeading(blocks, place - 1, archived)) ?? places[0] ?? -1;
}

/** Where a part stops being like the text. */
function nearest(piece, blocks) {
  let best = 0;
  let message = '';
  for (let place = 0; place < blocks.length; place += 1) {
    let count = 0;
    while (count < piece.length && blocks[place + count] && same(piece[count], blocks[place + count])) count += 1;
    if (count >= best && count < piece.length && (count > 0 || message === '')) {
      best = count;
      message = `; after ${count} blocks: post ${shown(blocks[place + count])} archive ${shown(piece[count])}`;
    }
  }
  return message;
}

/** Whether the heading at `index` is one that the archive replaced by its own. */
function isExtraHeading(blocks, index, archived) {
  if (index < 0 || blocks[index].kind !== 'heading') return false;
  const isSame = (block) => same(block, blocks[index]);
  return blocks.filter(isSame).length > archived.filter(isSame).length;
}

const shown = (block) => (block ? `${block.kind} ${JSON.stringify(block.text).slice(0, 300)}` : 'nothing');
