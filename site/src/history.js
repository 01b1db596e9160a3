import {execFileSync} from 'node:child_process';
import {contentFolder} from './project.js';

/**
 * When each file of the content last changed, by its path below the folder of site.yml: the pages are made anew by
 * every build, so git knows nothing of them. Empty without git, and in a clone without history.
 */
export function readHistory(siteFolder) {
  const content = contentFolder(siteFolder);
  const git = (...words) => execFileSync('git', ['-C', content, ...words], {encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore']});
  const days = new Map();
  try {
    if (git('rev-parse', '--is-shallow-repository').trim() === 'true') return days;
    let day;
    for (const line of git('log', '--format=%x00%cs', '--name-only', '--relative', '-z', '--', '.').split('\0')) {
      for (const word of line.split('\n')) {
        if (/^\d{4}-\d\d-\d\d$/.test(word)) day = word;
        else if (word !== '' && !days.has(word)) days.set(word, day);
      }
    }
  } catch {
    return new Map();
  }
  return days;
}
