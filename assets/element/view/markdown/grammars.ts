/** Owns the grammars that code is coloured by: a file of its own, because no answer without code needs them. */

import type { LanguageFn } from 'highlight.js';
import type { Root } from 'hast';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import go from 'highlight.js/lib/languages/go';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import markdown from 'highlight.js/lib/languages/markdown';
import php from 'highlight.js/lib/languages/php';
import python from 'highlight.js/lib/languages/python';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import swift from 'highlight.js/lib/languages/swift';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';

/** A page in HTML holds two more languages, and others hold HTML. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  xml: ['css', 'javascript'],
  markdown: ['xml'],
  php: ['xml'],
};
const GRAMMARS: ReadonlyMap<string, LanguageFn> = new Map(
  Object.entries({
  bash, c, cpp, csharp, css, diff, go, ini, java, javascript, json, kotlin, markdown, php, python, ruby, rust, sql,
  swift, typescript, xml, yaml,
  }),
); // prettier-ignore

/** Other names by which a language goes. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sh: 'bash', shell: 'bash', zsh: 'bash', console: 'bash', h: 'c', 'c++': 'cpp', cc: 'cpp', hpp: 'cpp', 'c#': 'csharp',
    cs: 'csharp', patch: 'diff', golang: 'go', html: 'xml', xhtml: 'xml', svg: 'xml', vue: 'xml', toml: 'ini',
    js: 'javascript', jsx: 'javascript', mjs: 'javascript', cjs: 'javascript', jsonc: 'json', json5: 'json', kt: 'kotlin',
    md: 'markdown', py: 'python', rb: 'ruby', rs: 'rust', ts: 'typescript', tsx: 'typescript', yml: 'yaml',
  }),
); // prettier-ignore

/** SECURITY: code can be written so that a grammar takes seconds for it; after the first such code it takes no more. */
const SLOW_MILLISECONDS = 250;
const slow = new Set<string>();

const lowlight = createLowlight();

/** The grammar's name, made ready: a grammar costs time to be put together, so that waits for its first code. */
function ready(name: string): void {
  for (const each of [name, ...(WITHIN[name] ?? [])]) {
    const grammar = GRAMMARS.get(each);
    if (grammar !== undefined && !lowlight.registered(each)) lowlight.register({ [each]: grammar });
  }
}

function grammarOf(language: string): string {
  const name = language.toLowerCase();
  return ALIASES.get(name) ?? name;
}

/** The code as a tree of spans with classes; null for a language nobody knows, and when its grammar gives up on it. */
export function coloured(language: string, code: string): Root | null {
  const name = grammarOf(language);
  if (!GRAMMARS.has(name) || slow.has(name)) return null;
  try {
    ready(name);
    const start = performance.now();
    const tree = lowlight.highlight(name, code, { prefix: 'code-' });
    if (performance.now() - start > SLOW_MILLISECONDS) slow.add(name);
    return tree;
  } catch {
    return null;
  }
}
