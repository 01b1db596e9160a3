import path from 'node:path';
import {themes as prismThemes} from 'prism-react-renderer';
import {readGenerated, sourceOf} from './src/generated.js';
import {readHistory} from './src/history.js';
import socialCards from './src/plugins/social-cards.js';
import {readSettings} from './src/settings.js';

const settings = readSettings(__dirname);
const generated = readGenerated(__dirname);
const history = readHistory(__dirname);

/** Every post in the sidebar of every post is quadratic: 2,000 reviews took eight minutes. */
const longestSidebar = 200;

/**
 * What the search does not index: of a post it has the title, the headings and the description, which is 3 MB for a
 * thousand posts instead of 46; tables and code of the docs are left out too. The archive's search has every word.
 */
const searchLeavesOut = [
  '#__blog-post-container > :not(h2, h3)', '.markdown pre', '.markdown table', '.markdown .theme-code-block',
];

function editUrl(folder, file) {
  const source = sourceOf(path.join(__dirname, folder, file));
  return settings.repository && source ? `${settings.repository}/${source}` : undefined;
}

/** Links of the navbar and footer, without those whose target the content does not have. */
const links = {
  incidents: generated.postCount > 0 && {to: '/blog', label: 'Incidents'},
  runbooks: generated.hasRunbooks && {to: '/docs/runbooks', label: 'Runbooks'},
  learning: {to: '/docs/learning', label: 'Learning'},
  archive: generated.hasArchive && {href: 'pathname:///archive/index.html', label: 'Archive'},
};

/** @type {import('@docusaurus/types').Config} */
export default {
  title: settings.title,
  tagline: settings.tagline,
  url: settings.url,
  baseUrl: settings.baseUrl,
  favicon: 'img/favicon.svg',
  organizationName: settings.organization,
  // The accent of site.yml, which the archive writes for both.
  stylesheets: settings.hasAccent && generated.hasArchive ? [`${settings.baseUrl}archive/brand.css`] : [],
  future: {v4: true},

  i18n: {defaultLocale: settings.language, locales: [settings.language]},
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  markdown: {
    format: 'detect',
    mermaid: true,
    emoji: false,
    // A page was updated when its source was.
    parseFrontMatter: async ({defaultParseFrontMatter, ...page}) => {
      const parsed = await defaultParseFrontMatter(page);
      const day = history.get(parsed.frontMatter.source);
      if (day) parsed.frontMatter.last_update = {date: day};
      return parsed;
    },
    hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'},
  },
  customFields: {
    latest: generated.latest,
    doors: {
      incidents: generated.postCount > 0,
      runbooks: generated.hasRunbooks,
      response: generated.hasResponse,
      archive: generated.hasArchive,
    },
  },

  presets: [
    [
      'classic',
      {
        blog: generated.postCount > 0 && {
          routeBasePath: 'blog',
          blogTitle: 'Incidents',
          blogDescription: `Post-incident reviews of ${settings.organization}`,
          blogSidebarTitle: 'Incidents',
          blogSidebarCount: generated.postCount <= longestSidebar ? 'ALL' : 20,
          postsPerPage: 10,
          showReadingTime: true,
          showLastUpdateTime: history.size > 0,
          editUrl: ({blogPath}) => editUrl('blog', blogPath),
          feedOptions: {type: 'all', xslt: true, title: `${settings.title}: incidents`},
          onInlineTags: 'throw',
          onInlineAuthors: 'throw',
          onUntruncatedBlogPosts: 'throw',
        },
        docs: {
          routeBasePath: 'docs',
          sidebarPath: './sidebars.js',
          showLastUpdateTime: history.size > 0,
          editUrl: ({docPath}) => editUrl('docs', docPath),
          onInlineTags: 'throw',
        },
        theme: {customCss: './src/css/custom.css'},
      },
    ],
  ],
  plugins: [socialCards],
  themes: [
    '@docusaurus/theme-mermaid',
    [
      '@easyops-cn/docusaurus-search-local',
      {
        hashed: true,
        indexBlog: generated.postCount > 0,
        docsRouteBasePath: 'docs',
        blogRouteBasePath: 'blog',
        highlightSearchTermsOnTargetPage: true,
        explicitSearchResultPath: true,
        searchResultLimits: 12,
        ignoreCssSelectors: searchLeavesOut,
      },
    ],
  ],

  themeConfig: {
    colorMode: {respectPrefersColorScheme: true},
    docs: {sidebar: {hideable: true, autoCollapseCategories: false}},
    navbar: {
      title: settings.title,
      logo: {alt: '', src: 'img/logo.svg', width: 32, height: 32},
      items: [
        links.incidents,
        links.runbooks && {...links.runbooks, activeBasePath: '/docs/runbooks'},
        {...links.learning, activeBasePath: '/docs/learning'},
        links.archive && {...links.archive, target: '_self'},
        settings.project && {href: settings.project, label: 'Repository', position: 'right'},
      ].filter(Boolean),
    },
    footer: {
      links: [
        {title: 'Read', items: [links.incidents, links.runbooks, links.archive].filter(Boolean)},
        {
          title: 'Learn',
          items: [
            {to: '/docs/learning', label: 'Incident index'},
            {to: '/docs/learning/action-items', label: 'Open action items'},
            {to: '/docs/learning/figures', label: 'Figures'},
          ],
        },
        generated.postCount > 0 && {
          title: 'Follow',
          items: [
            {href: 'pathname:///blog/rss.xml', label: 'RSS'},
            {href: 'pathname:///blog/atom.xml', label: 'Atom'},
            {href: 'pathname:///blog/feed.json', label: 'JSON feed'},
          ],
        },
      ].filter(Boolean),
      copyright: 'Reviews look for causes in the system, not for someone to blame.',
    },
    prism: {
      theme: prismThemes.github,
      darkTheme: prismThemes.dracula,
      additionalLanguages: [
        'bash', 'diff', 'docker', 'hcl', 'http', 'ini', 'java', 'json', 'log', 'makefile', 'nginx',
        'powershell', 'promql', 'properties', 'protobuf', 'ruby', 'sql', 'systemd', 'toml',
      ],
    },
  },
};
