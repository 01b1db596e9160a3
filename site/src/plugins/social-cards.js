import fs from 'node:fs';
import path from 'node:path';
import {readPosts} from '../generated.js';
import {Picture} from './picture.js';
import {plain} from './letters.js';

/**
 * A picture for each post, for chats and networks that show one beside a link. They take PNG and JPEG of 1200 by 630
 * and no SVG, so this is a PNG; a post that names an image of its own keeps that.
 */
export default function socialCards() {
  return {
    name: 'social-cards',
    postBuild({siteDir, outDir, siteConfig}) {
      for (const post of readPosts(siteDir)) {
        if (post.image) continue;
        const file = path.join(outDir, 'img', 'posts', `${post.slug.slice(1)}.png`);
        fs.mkdirSync(path.dirname(file), {recursive: true});
        fs.writeFileSync(file, card(post, siteConfig.title));
      }
    },
  };
}

const [paper, ink, quiet, line] = [0, 1, 2, 3];
const tones = {p0: 4, p1: 5, p2: 6, p3: 7};
const colours = [0xffffff, 0x1b232b, 0x51606e, 0xd9e0e7, 0xa1122b, 0x9a4a00, 0x6a5400, 0x3c5a76];
const [width, height, edge] = [1200, 630, 72];

/** Title, severity, day and duration, and the name of the site. */
export function card({title, date, severity, tone, duration}, site) {
  const picture = new Picture(width, height, colours);
  picture.fill(0, 0, width, height, paper);
  const mark = tones[tone] ?? ink;
  picture.fill(0, 0, 24, height, mark);
  let x = edge;
  if (severity) {
    const text = plain(severity).slice(0, 16);
    picture.fill(x, 64, text.length * 30 + 30, 65, mark);
    picture.write(text, x + 18, 79, 5, paper);
    x += text.length * 30 + 60;
  }
  const facts = [date, duration].filter(Boolean).join('  ');
  picture.write(plain(facts), x, 83, 4, quiet);
  for (const [number, text] of lines(plain(title), 29, 5).entries()) {
    picture.write(text, edge, 180 + number * 66, 6, ink);
  }
  picture.fill(edge, 542, width - 2 * edge, 2, line);
  picture.write(plain(site).slice(0, 44), edge, 566, 4, quiet);
  return picture.png;
}

/** A text in lines of at most `most` characters, with an ellipsis where it goes on. */
function lines(text, most, count) {
  const found = [''];
  for (const word of text.split(' ')) {
    const last = found.at(-1);
    if (last === '') found[found.length - 1] = word.slice(0, most);
    else if (last.length + 1 + word.length <= most) found[found.length - 1] = `${last} ${word}`;
    else found.push(word.slice(0, most));
  }
  if (found.length <= count) return found;
  return [...found.slice(0, count - 1), `${found[count - 1].slice(0, most - 3)}...`];
}
