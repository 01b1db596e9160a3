// usage: project.mjs CONTENT OUT [NOW]
//
// Makes a Docusaurus project in the folder OUT: the files of site/ and what build-site writes for
// CONTENT. Its packages are those of site/.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {project, root} from './packages.mjs';

const [content, out, ...options] = process.argv.slice(2);
const written = ['node_modules', 'build', '.docusaurus', '.build-site', 'blog', 'docs', 'static/archive', 'static/evidence'];

fs.rmSync(out, {recursive: true, force: true});
fs.cpSync(project, out, {
  recursive: true,
  filter: (file) => !written.includes(path.relative(project, file)),
});
fs.symlinkSync(path.join(project, 'node_modules'), path.join(out, 'node_modules'));
const run = spawnSync(
  process.env.BUILD_SITE ?? path.join(root, '.build', 'debug', 'build-site'),
  ['build', '--keep-going', '--content', content, '--site', out, '--templates', path.join(root, 'templates'), ...options],
  {encoding: 'utf8', maxBuffer: 1 << 28},
);
// Findings of the checklist (1) do not matter here.
if (run.status !== 0 && run.status !== 1) {
  process.stderr.write(run.stderr);
  process.exitCode = 1;
}
