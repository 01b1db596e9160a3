// usage: matrix.mjs OUT
//
// Writes every row of the break matrix, and lines of chat, as reviews into the folder OUT.
import {both, writeReviews} from './documents.mjs';
import {chat, matrix, unusual} from './fragments.mjs';

const count = writeReviews(process.argv[2], [
  ...both('matrix', matrix),
  ...both('chat', chat),
  ...both('list', chat.map((line) => `- ${line.replaceAll('\n', '\n  ')}`)),
  ...both('unusual', unusual.map((text) => `before${text}after ${text} x`)),
]);
console.log(`${count} documents, ${matrix.length} rows`);
