/** Owns the options of the element: those of ChatKit that it uses, and a few of its own. */

import type { ClientToolHandler } from './client_tools.ts';
import type { JsonObject, UserContent } from './wire.ts';

export interface StartPromptOption {
  readonly label: string;
  readonly prompt: string | readonly UserContentOption[];
}

/** A part of a message as an integration words it: a tag's data and interactivity may be left out. */
export type UserContentOption =
  | { readonly type: 'input_text'; readonly text: string }
  | {
      readonly type: 'input_tag';
      readonly id: string;
      readonly text: string;
      readonly data?: JsonObject;
      readonly group?: string;
      readonly interactive?: boolean;
    };

/** Every ChatKit option set may be passed; what is not named here has no effect. */
export interface ChatOptions {
  readonly api:
    | { readonly url: string; readonly fetch?: typeof globalThis.fetch }
    | { readonly getClientSecret: (current: string | null) => Promise<string> };
  readonly locale?: string;
  readonly initialThread?: string | null;
  readonly onClientTool?: ClientToolHandler;
  readonly startScreen?: { readonly greeting?: string; readonly prompts?: readonly StartPromptOption[] };
  readonly composer?: { readonly placeholder?: string };
  readonly disclaimer?: { readonly text: string };
}

/** What the element takes beyond ChatKit's options. */
export interface AgentnookOptions extends ChatOptions {
  /** The catalogue of the page's language, by key; what is missing is English. */
  readonly strings?: Readonly<Record<string, string>>;
  /** Who answers, in words. */
  readonly agentLabel?: string;
}

export interface MessageParams {
  readonly text?: string;
  readonly content?: readonly UserContentOption[];
  readonly reply?: string;
  readonly attachments?: readonly { readonly id: string }[];
  readonly newThread?: boolean;
  readonly toolChoice?: { readonly id: string };
  readonly model?: string;
}

export interface ComposerParams {
  readonly text?: string;
  readonly content?: readonly UserContentOption[];
}

/** The content that `text` or `content` stand for; `content` wins. */
export function contentFrom({ text, content }: ComposerParams): UserContent[] {
  if (content === undefined) return [{ type: 'input_text', text: text ?? '' }];
  return content.map((part) => {
    if (part.type === 'input_text') return { type: 'input_text', text: part.text };
    const group = part.group === undefined ? {} : { group: part.group };
    const { id, data = {}, interactive = false } = part;
    return { type: 'input_tag', id, text: part.text, data, interactive, ...group };
  });
}
