// usage: matrix.mjs OUT
//
// Writes every row of the break matrix, lines of chat and what was once shown differently as reviews
// into the folder OUT.
import {disputes} from './disputes.mjs';
import {both, writeReviews} from './documents.mjs';
import {chat, matrix, unusual} from './fragments.mjs';

const count = writeReviews(process.argv[2], [
  ...both('matrix', matrix),
  ...both('chat', chat),
  ...both('list', chat.map((line) => `- ${line.replaceAll('\n', '\n  ')}`)),
  ...both('dispute', disputes),
  ...both('unusual', unusual.map((text) => `before${text}after ${text} x`)),
]);
console.log(`${count} documents, ${matrix.length} rows`);
