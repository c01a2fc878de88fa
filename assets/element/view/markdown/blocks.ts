/** The blocks a Markdown text is made of: a tree that grows at its end only, while the text is still being written. */

interface BlockBase {
  /** Whether a later line may still become part of it. */
  open: boolean;
  /** It has ended for good, so whatever was drawn of it stays. */
  done: boolean;
}

export interface Paragraph extends BlockBase {
  readonly type: 'paragraph';
  text: string;
}

export interface Heading extends BlockBase {
  readonly type: 'heading';
  readonly depth: number;
  /** Its level in the page's outline: never more than one below the heading above it. */
  readonly level: number;
  readonly text: string;
}

export interface CodeBlock extends BlockBase {
  readonly type: 'code';
  /** What the author calls the language; '' where nothing is said. */
  readonly language: string;
  /** How the fence was written that has to close it; null for indented code. */
  readonly fence: { readonly mark: string; readonly length: number; readonly indent: number } | null;
  text: string;
  /** Empty lines that are part of indented code only when more of it follows. */
  pendingBlankLines: number;
}

export type Alignment = 'left' | 'center' | 'right' | null;

export interface Table extends BlockBase {
  readonly type: 'table';
  readonly alignments: readonly Alignment[];
  readonly header: readonly string[];
  readonly rows: (readonly string[])[];
  /** How many cells its lines have left out so far. */
  missing: number;
}

export interface Rule extends BlockBase {
  readonly type: 'rule';
}

export interface Quote extends BlockBase {
  readonly type: 'quote';
  readonly children: Block[];
}

export interface Item extends BlockBase {
  readonly type: 'item';
  readonly children: Block[];
  /** How far a line has to be indented to belong to it. */
  readonly contentIndent: number;
  /** Whether a task is done; null for what is no task. */
  task: boolean | null;
  /** An empty line was its last. */
  endsBlank: boolean;
}

export interface List extends BlockBase {
  readonly type: 'list';
  readonly children: Block[];
  /** The character its items begin or number with: another one begins another list. */
  readonly mark: string;
  /** The first number; null for a list without. */
  readonly start: number | null;
  /** Empty lines stand between its parts, so they are set apart when drawn. */
  loose: boolean;
}

export interface Root extends BlockBase {
  readonly type: 'root';
  readonly children: Block[];
}

export type Container = Root | Quote | List | Item;
export type Leaf = Paragraph | Heading | CodeBlock | Table | Rule;
export type Block = Container | Leaf;

/** Where `[label]` leads, by the label as `labelKey` writes it. */
export type Definitions = Readonly<Record<string, { readonly href: string; readonly title: string | null }>>;

export function isContainer(block: Block): block is Container {
  return 'children' in block;
}

export function lastOpenChild(block: Block): Block | null {
  const last = isContainer(block) ? block.children.at(-1) : undefined;
  return last?.open === true ? last : null;
}
