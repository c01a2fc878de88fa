/** Reads the lines that say where `[label]` leads, which stand at the beginning of a paragraph. */

const DEFINITION =
  /^ {0,3}\[([^[\]\\\n]{1,200})\]:[ \t]*(?:\n[ \t]*)?(<[^<>\n]*>|[^\s<]\S{0,2000})(?:[ \t]+("[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*(?:\n|$)/;

export interface Definition {
  readonly key: string;
  readonly href: string;
  readonly title: string | null;
}

/** Labels are the same whatever their case and spaces. */
export function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The definitions a paragraph begins with, and what is left of it. */
export function takeDefinitions(text: string): { definitions: Definition[]; rest: string } {
  const definitions: Definition[] = [];
  let rest = text;
  for (let found = DEFINITION.exec(rest); found !== null; found = DEFINITION.exec(rest)) {
    const [line, label = '', href = '', title] = found;
    definitions.push({
      key: labelKey(label),
      href: href.replace(/^<(.*)>$/, '$1'),
      title: title === undefined ? null : title.slice(1, -1),
    });
    rest = rest.slice(line.length);
  }
  return { definitions, rest };
}
