// usage: canary.mjs OUT
//
// Writes reviews that try to make the build run code and print the variable ORACLE_CANARY, whose
// value the comparison looks for in every page it compiles and in every file that was generated.
import {both, writeReviews} from './documents.mjs';

const value = 'process.env.ORACLE_CANARY';
const attempts = [
  `{${value}}`,
  `text {${value}} text`,
  `export const x = ${value};\n\n{x}`,
  `import fs from 'node:fs';\n\n{fs.readFileSync('/proc/self/environ', 'utf8')}`,
  `<div>{${value}}</div>`,
  `<div title={${value}}>text</div>`,
  `<b {...{title: ${value}}}>text</b>`,
  `<!-- */}{${value}}{/* -->`,
  `<!--\n*/}{${value}}{/*\n-->`,
  `a <!-- */ + ${value} + /* --> b`,
  `<script>document.write("${'${'}${value}}")</script>`,
  `[link](https://example.com/{${value}})`,
  `![{${value}}](https://example.com/a.png)`,
  `:::note[{${value}}]\n\ntext\n\n:::`,
  `:::note{title={${value}}}\n\ntext\n\n:::`,
  `## Heading {${value}}\n\n## Other {#${value}}`,
  `---js\nmodule.exports = {title: ${value}}\n---\n\ntext`,
  `\`\`\`mdx-code-block\n{${value}}\n\`\`\``,
  `\`\`\`js {${value}}\na\n\`\`\``,
  `| a |\n| - |\n| {${value}} |`,
  `- {${value}}\n  1. {${value}}`,
  `[^1]\n\n[^1]: {${value}}`,
  `:name[x]{y=${value}} ::leaf{${value}}`,
  `<details><summary>{${value}}</summary>{${value}}</details>`,
  `{/* */ ${value} /* */}`,
  `{/* */}{${value}}{/* */}`,
  `{/*\n\`\`\`\n*/}\n\n{${value}}`,
  `text[^{${value}}] and [^a{${value}}]\n\n[^a{${value}}]: note`,
  `text[^b{${value}}]\n\n> [^b{${value}}]:\n>\n>     note {${value}}`,
  `[^unused]: {${value}}\n    {${value}}`,
  `text\n\n- [^2]: {${value}}\n\n> [^3]: {${value}}`,
  `[a]: https://example.com "{${value}}"\n[a]: {${value}}`,
  `    {${value}}\n\ntext\n    - {${value}}`,
  `\`{${value}}\n\n{${value}}\``,
  `<https://example.com/{${value}}> <a@{${value}}.example>`,
  `<Tabs>\n<TabItem value={${value}}>\n\ntext\n\n</TabItem>\n</Tabs>`,
  `<Tabs>\n<TabItem value="a" label="{${value}}">\n\n{${value}}\n\n</TabItem>\n</Tabs>`,
  `<Tabs>\n<TabItem value="a" label='"{${value}}"'>\n    {${value}}\n</TabItem>\n{${value}}\n</Tabs>`,
  `import Tabs from '@theme/Tabs'; export const x = ${value};\n\n<x.y>{${value}}</x.y>`,
  `<pre>\n{${value}}\n  <b>{${value}}</b></pre>\n{${value}}`,
  `> <div title="{${value}}">{${value}}\n> {${value}}</div>`,
];
console.log(`${writeReviews(process.argv[2], both('canary', attempts))} documents`);
