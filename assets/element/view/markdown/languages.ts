/** Colours code in the languages that answers are full of; everything else is shown as it is. */

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

const GRAMMARS: Readonly<Record<string, LanguageFn>> = {
  bash, c, cpp, csharp, css, diff, go, ini, java, javascript, json, kotlin, markdown, php, python, ruby, rust, sql,
  swift, typescript, xml, yaml,
}; // prettier-ignore

/** A name as a person reads it; other languages are called what their author called them. */
const TITLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bash: 'Bash', sh: 'Shell', shell: 'Shell', zsh: 'Shell', console: 'Shell', c: 'C', cpp: 'C++', csharp: 'C#', cs: 'C#',
    css: 'CSS', diff: 'Diff', go: 'Go', html: 'HTML', ini: 'INI', toml: 'TOML', java: 'Java', javascript: 'JavaScript',
    js: 'JavaScript', jsx: 'JSX', json: 'JSON', kotlin: 'Kotlin', kt: 'Kotlin', markdown: 'Markdown', md: 'Markdown',
    php: 'PHP', python: 'Python', py: 'Python', ruby: 'Ruby', rb: 'Ruby', rust: 'Rust', rs: 'Rust', sql: 'SQL',
    svg: 'SVG', swift: 'Swift', ts: 'TypeScript', tsx: 'TSX', typescript: 'TypeScript', xml: 'XML', yaml: 'YAML',
    yml: 'YAML', 'c++': 'C++', 'c#': 'C#',
  }),
); // prettier-ignore
const LONGEST_TITLE = 24;

type Lowlight = ReturnType<typeof createLowlight>;
let lowlight: Lowlight | null = null;

/** Grammars cost time to be put together, so that waits for the first code. */
function grammars(): Lowlight {
  lowlight ??= createLowlight(GRAMMARS);
  return lowlight;
}

export function languageTitle(language: string): string {
  return TITLES.get(language.toLowerCase()) ?? language.slice(0, LONGEST_TITLE);
}

export function canColour(language: string): boolean {
  return language !== '' && grammars().registered(language.toLowerCase());
}

/** The code as a tree of spans with classes, or null when its grammar gives up on it. */
export function coloured(language: string, code: string): Root | null {
  try {
    return grammars().highlight(language.toLowerCase(), code, { prefix: 'code-' });
  } catch {
    return null;
  }
}
