// usage: build.mjs PROJECT [NUMBER...]
//
// Builds a project in six configurations, or in those with the given numbers, everything set to
// throw. Exit 1 unless each exits 0 without a warning. The last output stays in PROJECT/build.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const [given, ...numbers] = process.argv.slice(2);
const folder = path.resolve(given);

/** Between them every format, compatibility, base and form of address. */
const configurations = [
  {format: 'detect', compatible: false, baseUrl: '/', trailingSlash: undefined},
  {format: 'mdx', compatible: true, baseUrl: '/pm/', trailingSlash: true},
  {format: 'md', compatible: false, baseUrl: '/pm/', trailingSlash: false},
  {format: 'mdx', compatible: false, baseUrl: '/', trailingSlash: false},
  {format: 'detect', compatible: true, baseUrl: '/pm/', trailingSlash: undefined},
  {format: 'md', compatible: true, baseUrl: '/', trailingSlash: true},
];

/** The project's own configuration with what a team might set otherwise. */
const override = ({format, compatible, trailingSlash}) => `
import config from './docusaurus.config.js';
const compatible = ${compatible};
export default {
  ...config,
  trailingSlash: ${trailingSlash},
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  markdown: {
    ...config.markdown,
    format: '${format}',
    emoji: true,
    mdx1Compat: {comments: compatible, admonitions: compatible, headingIds: compatible},
  },
};
`;

function build(configuration, number) {
  const file = `oracle-${number}.config.js`;
  fs.writeFileSync(path.join(folder, file), override(configuration));
  const start = process.hrtime.bigint();
  const run = spawnSync(
    process.execPath,
    [path.join(folder, 'node_modules/@docusaurus/core/bin/docusaurus.mjs'), 'build', folder, '--config', path.join(folder, file)],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: {...process.env, BASE_URL: configuration.baseUrl, CI: '1', DO_NOT_TRACK: '1', NO_UPDATE_NOTIFIER: '1'},
    },
  );
  const output = run.stdout + run.stderr;
  const warnings = output.split('\n').filter((line) => /warn/i.test(line));
  const seconds = Number((process.hrtime.bigint() - start) / 100_000_000n) / 10;
  const leak = process.env.ORACLE_CANARY && spawnSync('grep', ['-rlF', process.env.ORACLE_CANARY, path.join(folder, 'build')], {encoding: 'utf8'}).stdout;
  if (leak) console.log(`code of a document was run: ${leak}`);
  const passed = run.status === 0 && warnings.length === 0 && !leak;
  const {format, compatible, baseUrl, trailingSlash} = configuration;
  console.log(
    `${number}: format ${format}, compatibility ${compatible ? 'on' : 'off'}, base ${baseUrl}, `
      + `trailing slash ${trailingSlash ?? 'unset'}: exit ${run.status}, ${warnings.length} warnings, ${seconds} s`,
  );
  if (!passed) console.log(output.slice(0, 6000));
  return passed;
}

const all = configurations.map((_, index) => index + 1);
const chosen = (numbers.length === 0 ? all : numbers.map(Number)).map((number) => [configurations[number - 1], number]);
const results = chosen.map(([configuration, number]) => build(configuration, number));
process.exitCode = results.length > 0 && results.every(Boolean) ? 0 : 1;
