import path from 'node:path';
import {imported, project, required} from './packages.mjs';

const {createProcessors} = required('@docusaurus/mdx-loader/lib/processor.js');
const {compileToJSX} = required('@docusaurus/mdx-loader/lib/utils.js');
const {getFormat} = required('@docusaurus/mdx-loader/lib/format.js');
const {validateMDXFrontMatter} = required('@docusaurus/mdx-loader/lib/frontMatter.js');
const {default: footnoteIDFixer} = required('@docusaurus/plugin-content-blog/lib/remark/footnoteIDFixer.js');
const React = required('react');
const {renderToStaticMarkup} = required('react-dom/server');
const runtime = required('react/jsx-runtime');
const {run} = await imported('@mdx-js/mdx/index.js');

/** What a site may set: the format of files that do not pin one, and MDX 1 compatibility. */
export const modes = [
  {format: 'mdx', compatible: true},
  {format: 'mdx', compatible: false},
  {format: 'md', compatible: true},
  {format: 'md', compatible: false},
].map((mode) => ({...mode, name: `${mode.format}, compatibility ${mode.compatible ? 'on' : 'off'}`}));

/** Images and files become `require` calls for the bundler; here each is its own path. */
globalThis.require = (request) => ({default: `file:${request.split('!').pop().split('?')[0]}`});

const fail = (message) => {
  throw new Error(message);
};

async function optionsFor(mode, kind) {
  const {compatible} = mode;
  const options = {
    siteDir: project,
    staticDirs: [],
    removeContentTitle: kind === 'blog',
    admonitions: true,
    outputFormat: 'function-body',
    beforeDefaultRemarkPlugins: kind === 'blog' ? [footnoteIDFixer] : [],
    resolveMarkdownLink: () => null,
    markdownConfig: {
      format: mode.format,
      mermaid: true,
      emoji: true,
      anchors: {maintainCase: false},
      remarkRehypeOptions: {},
      hooks: {
        onBrokenMarkdownLinks: ({url}) => fail(`link to a file, '${url}'`),
        onBrokenMarkdownImages: ({url}) => fail(`image not found, '${url}'`),
      },
      mdx1Compat: {comments: compatible, admonitions: compatible, headingIds: compatible},
    },
  };
  return {...options, processors: await createProcessors({options})};
}

/** What a page may import: tabs, each with its label above what it holds, and links. */
globalThis.oracleTabs = {
  '@theme/Tabs': ({children}) => element('div', {className: 'tabs'}, children),
  '@docusaurus/Link': (properties) => element('a', properties),
  '@theme/TabItem': ({value, label, children}) => element('div', null, element('p', null, label ?? value), children),
};

/** Modules are read at run time in this form of the output. */
const withoutImports = (content) =>
  content.replace(/const \{default: (Tabs|TabItem|Link)\} = await import\((?:_resolveDynamicMdxSpecifier\()?["'](@(?:theme|docusaurus)\/\w+)["']\)?\);?/g,
    (_, name, path) => `const ${name} = globalThis.oracleTabs['${path}'];`);

const prepared = new Map();
function optionsOf(mode, kind) {
  const key = `${mode.name} ${kind}`;
  if (!prepared.has(key)) prepared.set(key, optionsFor(mode, kind));
  return prepared.get(key);
}

const element = React.createElement;
const components = {
  admonition: ({type, title, children}) =>
    element('div', {className: 'admonition'}, element('p', {className: 'admonition-title'}, title ?? type.charAt(0).toUpperCase() + type.slice(1)), children),
  mermaid: ({value}) => element('pre', {className: 'mermaid'}, value),
  Details: ({children, ...properties}) => element('details', properties, children),
  details: ({children, ...properties}) => element('details', properties, children),
};

/**
 * The format that Docusaurus picks for a page in a mode: the page's own pin, checked, before the
 * site's.
 */
export function formatOf(page, mode) {
  const pin = validateMDXFrontMatter(page.frontMatter.mdx).format;
  return getFormat({filePath: page.file, frontMatterFormat: pin, markdownConfigFormat: mode.format});
}

/**
 * The HTML of a page's text in one mode, as the real loader compiles it and React renders it.
 * Throws what either throws, and for a warning as well.
 */
export async function rendered(page, text, mode) {
  const warnings = [];
  const {warn} = console;
  console.warn = (...words) => warnings.push(words.join(' '));
  try {
    const compiled = await compileToJSX({
      filePath: page.file,
      fileContent: text,
      frontMatter: page.frontMatter,
      options: await optionsOf(mode, page.kind),
      compilerName: 'client',
    });
    const {default: Content} = await run(withoutImports(compiled.content), {
      ...runtime,
      baseUrl: 'file:///',
      useMDXComponents: () => components,
    });
    const html = renderToStaticMarkup(element(Content));
    if (warnings.length > 0) throw new Error(`warning: ${warnings.join('; ')}`);
    return html;
  } finally {
    console.warn = warn;
  }
}

export const relative = (file) => path.relative(project, file);
