/**
 * Owns the options of the element: ChatKit's, by the same names and shapes, and a few of its own.
 *
 * Every set of ChatKit options may be passed. These have no effect here:
 *
 * | Option                                | Why                                                              |
 * | ------------------------------------- | ---------------------------------------------------------------- |
 * | `api.getClientSecret`                 | Refused with an `IntegrationError`: hosted sessions are served   |
 * |                                       | by ChatKit's own element only.                                   |
 * | `api.domainKey`                       | No domain is verified.                                           |
 * | `theme.color.grayscale`, font names   | Greys and fonts are those of the page's own tokens.              |
 * | `frameTitle`                          | There is no frame.                                               |
 * | `composer.dictation`                  | The server of this element takes no speech.                      |
 */

import type { ColorScheme, Command, CommandSelection, Entity, ThemeOption, Widgets } from '@openai/chatkit';
import type { ClientToolHandler } from './client_tools.ts';
import type { Attachment } from './items.ts';
import type { JsonObject, UserContent } from './wire.ts';

/** ChatKit's own icon names, and `lucide:*`; a name that is not known draws nothing. */
export type IconName = string;

export interface StartPromptOption {
  readonly label: string;
  readonly prompt: string | readonly UserContentOption[];
  readonly icon?: IconName;
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

/** An action of the integration's own in the header. */
export interface HeaderAction {
  readonly icon: IconName;
  readonly onClick: () => void;
}

export interface HeaderOption {
  /** True when left out. */
  readonly enabled?: boolean;
  /** Without a text, the title of the thread. */
  readonly title?: { readonly enabled?: boolean; readonly text?: string };
  readonly leftAction?: HeaderAction;
  readonly rightAction?: HeaderAction;
}

export interface HistoryOption {
  readonly enabled?: boolean;
  readonly showDelete?: boolean;
  readonly showRename?: boolean;
}

/** A tool that a message can ask for. */
export interface ToolOption {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  readonly shortLabel?: string;
  readonly placeholderOverride?: string;
  readonly pinned?: boolean;
  /** Stays chosen after a message was sent. */
  readonly persistent?: boolean;
}

export interface ModelOption {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly disabled?: boolean;
  readonly default?: boolean;
}

export interface ComposerOption {
  readonly placeholder?: string;
  readonly tools?: readonly ToolOption[];
  readonly models?: readonly ModelOption[];
  readonly attachments?: AttachmentsOption;
}

/** Which files a message may bring along. */
export interface AttachmentsOption {
  readonly enabled: boolean;
  /** In bytes, for all files or by type; 100 MB when left out. */
  readonly maxSize?: number | Readonly<Record<string, number>>;
  /** Of one message; 10 when left out. */
  readonly maxCount?: number;
  /** Endings by type; everything when left out. */
  readonly accept?: Readonly<Record<string, readonly string[]>>;
}

/** How files come to the server; in two phases when left out. */
export type UploadStrategyOption =
  | { readonly type: 'two_phase' }
  | { readonly type: 'direct'; readonly uploadUrl: string };

export interface EntitiesOption {
  readonly onTagSearch?: (query: string) => Promise<Entity[]>;
  /** False when left out. */
  readonly showComposerMenu?: boolean;
  readonly onClick?: (entity: Entity) => void;
  readonly onRequestPreview?: (entity: Entity) => Promise<{ readonly preview: Widgets.BasicRoot | null }>;
}

/** What `/` offers. */
export interface CommandsOption {
  readonly enabled: boolean;
  readonly onSearch?: (query: string) => Promise<Command[]>;
  readonly onSelect?: (command: Command) => Promise<void | CommandSelection>;
}

export interface WidgetsOption {
  /** An action that the widget leaves to the page. */
  readonly onAction?: (
    action: { type: string; payload?: JsonObject },
    widgetItem: { id: string; widget: WidgetRoot },
  ) => Promise<void>;
}

export type WidgetRoot = Widgets.Card | Widgets.ListView | Widgets.BasicRoot;

export interface ThreadItemActionsOption {
  /** False when left out. */
  readonly feedback?: boolean;
  /** False when left out. */
  readonly retry?: boolean;
}

/** ChatKit's options, as far as they have an effect here. */
export interface ChatOptions {
  readonly api:
    | {
        readonly url: string;
        readonly fetch?: typeof globalThis.fetch;
        readonly uploadStrategy?: UploadStrategyOption;
        /** Beyond ChatKit's: what `fetch` adds to a request; with it files go with progress, which `fetch` has not. */
        readonly uploadHeaders?: Readonly<Record<string, string>>;
      }
    | { readonly getClientSecret: (current: string | null) => Promise<string> };
  readonly locale?: string;
  readonly initialThread?: string | null;
  readonly onClientTool?: ClientToolHandler;
  readonly header?: HeaderOption;
  readonly history?: HistoryOption;
  readonly startScreen?: { readonly greeting?: string; readonly prompts?: readonly StartPromptOption[] };
  readonly threadItemActions?: ThreadItemActionsOption;
  readonly composer?: ComposerOption;
  /** Markdown. */
  readonly disclaimer?: { readonly text: string; readonly highContrast?: boolean };
  readonly entities?: EntitiesOption;
  readonly commands?: CommandsOption;
  readonly widgets?: WidgetsOption;
  readonly thread?: { readonly autoScroll?: boolean };
  /** Left out, the page's own theme. */
  readonly theme?: ColorScheme | ThemeOption;
}

/** What the element takes beyond ChatKit's options. */
export interface AgentnookOptions extends ChatOptions {
  /** The catalogue of the page's language, by key; what is missing is English. */
  readonly strings?: Readonly<Record<string, string>>;
  /** Who answers, in words. */
  readonly agentLabel?: string;
}

/** A file that a message names; it is on the server already. */
export interface AttachmentOption {
  readonly id: string;
  readonly name?: string;
  readonly mime_type?: string;
  readonly preview_url?: string;
}

export interface MessageParams {
  readonly text?: string;
  readonly content?: readonly UserContentOption[];
  readonly reply?: string;
  readonly attachments?: readonly AttachmentOption[];
  readonly newThread?: boolean;
  readonly toolChoice?: { readonly id: string };
  readonly model?: string;
}

export interface ComposerParams {
  readonly text?: string;
  readonly content?: readonly UserContentOption[];
  readonly reply?: string;
  readonly attachments?: readonly AttachmentOption[];
  /** Files to attach; refused where nothing can be attached. */
  readonly files?: readonly File[];
  /** Null takes the choice back. */
  readonly selectedToolId?: string | null;
  readonly selectedModelId?: string;
}

export function attachmentsFrom(options: readonly AttachmentOption[]): Attachment[] {
  return options.map(({ id, name = id, mime_type: mimeType = '', preview_url: previewUrl = null }) => {
    return { id, name, mimeType, previewUrl };
  });
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
