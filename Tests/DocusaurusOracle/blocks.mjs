import {imported} from './packages.mjs';

const {parseFragment} = await imported('parse5/dist/index.js');

const blockElements = new Set(
  `address article aside blockquote caption center dd details div dl dt figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr
  ul`.split(/\s+/),
);
const unseen = new Set(['script', 'style', 'template', 'title', 'head', 'svg']);

const attribute = (node, name) => node.attrs?.find((pair) => pair.name === name)?.value;
const classes = (node) => (attribute(node, 'class') ?? '').split(/\s+/);

/** Marks of one output that say nothing about the text: ways back from a footnote and its heading. */
function isFurniture(node) {
  return (
    attribute(node, 'data-footnote-backref') !== undefined ||
    classes(node).includes('footnote-backref') ||
    (node.tagName === 'h2' && attribute(node, 'id')?.startsWith('footnote-label'))
  );
}

/** The title of a box is the one place where a word joiner keeps `:x:` from becoming a picture. */
const withoutJoiners = (text, kind) => (kind === 'label' ? text.replaceAll('\u2060', '') : text);

/** Alternative texts may have other quotes: Docusaurus escapes those of local images twice. */
const plainQuotes = (text) =>
  text
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2018\u2019]/g, "'")
    .replaceAll('\uff06', '&')
    .replaceAll('\u2039', '<')
    .replaceAll('\u203a', '>');

/**
 * The text of some HTML as a reader sees it: one entry for each stretch of text that stands on
 * lines of its own, with white space as a browser shows it, and the links and images in order.
 */
export function blocksOf(html, asArchive = false) {
  return collect(parseFragment(html), asArchive);
}

/** The same for each of the elements that are wanted, and not for what is in those. */
export function blocksOfElements(html, isWanted, asArchive = false) {
  const found = [];
  const search = (node, outer) => {
    const inside = (name) => outer.includes(name);
    if (node.tagName && isWanted(node, {attribute, classes, inside})) found.push(node);
    else for (const child of node.childNodes ?? []) search(child, [...outer, node.tagName]);
  };
  search(parseFragment(html), []);
  return found.map((node) => collect(node, asArchive));
}

/** The archive links to images from elsewhere, because the policy of its pages does not allow them. */
const isRemote = (source) => /^(?!data:|file:)([a-z][a-z0-9+.-]*:|\/\/)/i.test(source);

function collect(top, asArchive) {
  let linkDepth = 0;
  const blocks = [];
  let current = {kind: 'text', text: '', links: []};
  const flush = (kind) => {
    const text = withoutJoiners(current.text, current.kind).replace(/[ \t\n\r\f]+/g, ' ').trim();
    if (text !== '' || current.links.length > 0) blocks.push({...current, text});
    current = {kind, text: '', links: []};
  };
  const visit = (node, kind) => {
    if (node.nodeName === '#text') {
      current.text += node.value;
      return;
    }
    if (unseen.has(node.tagName) || isFurniture(node)) return;
    switch (node.tagName) {
      case 'br':
        current.text += ' ';
        return;
      case 'img': {
        const source = attribute(node, 'src') ?? '';
        const text = plainQuotes(attribute(node, 'alt') ?? '');
        if (asArchive && isRemote(source)) {
          current.text += text || (linkDepth > 0 ? '' : 'image');
          if (linkDepth === 0) current.links.push({href: source});
          return;
        }
        current.text += text;
        current.links.push({image: source});
        return;
      }
      case 'input':
        current.text += attribute(node, 'checked') === undefined ? '[ ]' : '[x]';
        return;
      case 'a': {
        const target = attribute(node, 'href');
        if (target !== undefined) current.links.push({href: target});
        break;
      }
      case 'pre': {
        flush('code');
        const before = current;
        for (const child of node.childNodes) visit(child, 'code');
        const text = current.text.replace(/\n+$/, '');
        blocks.push({kind: 'code', text, links: before.links});
        current = {kind, text: '', links: []};
        return;
      }
    }
    const isBlock = blockElements.has(node.tagName);
    const inner = isBlock ? kindOf(node, kind) : kind;
    if (isBlock) flush(inner);
    if (/^h[1-6]$/.test(node.tagName)) current.id = attribute(node, 'id');
    if (node.tagName === 'a') linkDepth += 1;
    for (const child of node.childNodes ?? []) visit(child, inner);
    if (node.tagName === 'a') linkDepth -= 1;
    if (isBlock) flush(kind);
  };
  visit(top, 'text');
  flush('text');
  return blocks;
}

function kindOf(node, outer) {
  if (/^h[1-6]$/.test(node.tagName)) return 'heading';
  if (classes(node).includes('admonition-title')) return 'label';
  if (node.tagName === 'td' || node.tagName === 'th') return 'cell';
  return outer === 'heading' || outer === 'label' || outer === 'cell' ? 'text' : outer;
}
