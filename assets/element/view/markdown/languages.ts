/** Owns the languages that code is written in: what a person calls them, and when their colours are fetched. */

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

type Grammars = typeof import('./grammars.ts');
let grammars: Grammars | null = null;
let fetching: Promise<unknown> | null = null;

/** Use what colours code, at once or when it is fetched, with the first code; code stays as it is if it cannot be had. */
export function withGrammars(use: (grammars: Grammars) => void): void {
  if (grammars !== null) return use(grammars);
  fetching ??= import('./grammars.ts').then((fetched) => (grammars = fetched)).catch(() => null);
  void fetching.then(() => grammars && use(grammars));
}

export function languageTitle(language: string): string {
  return TITLES.get(language.toLowerCase()) ?? language.slice(0, LONGEST_TITLE);
}
