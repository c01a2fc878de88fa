/** The items of a thread as the element reads them: what a person said, what an agent said, did, showed and asked for. */

import type { JsonObject } from './wire.ts';

interface ItemBase {
  readonly id: string;
}

/** A part of what a person wrote: words, or a tag that stands for something. */
export type UserPart =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'tag';
      readonly id: string;
      readonly text: string;
      readonly group: string | null;
      readonly interactive: boolean;
      readonly data: JsonObject;
    };

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  /** A small picture of it; null for what is no image. */
  readonly previewUrl: string | null;
}

export interface UserMessageItem extends ItemBase {
  readonly type: 'user_message';
  /** All parts as plain text, for copying and for sending again. */
  readonly text: string;
  readonly parts: readonly UserPart[];
  readonly attachments: readonly Attachment[];
  readonly quotedText: string | null;
}

/** Where an answer has something from. */
export interface Source {
  readonly kind: 'url' | 'file' | 'entity';
  readonly title: string;
  readonly description: string | null;
  /** Only of kind `url`; https, http or mailto, as the server sent it. */
  readonly url: string | null;
  readonly group: string | null;
  /** Only of kind `entity`. */
  readonly entity: EntityReference | null;
}

/** A thing of the integration's own that an answer refers to. */
export interface EntityReference {
  readonly id: string;
  readonly icon: string | null;
  /** What stands in the text for it. */
  readonly label: string | null;
  readonly interactive: boolean;
  readonly data: JsonObject;
}

export interface Annotation {
  readonly source: Source;
  /** The character of the text behind which it stands; null for the end. */
  readonly index: number | null;
}

export interface AnswerPart {
  readonly text: string;
  readonly annotations: readonly Annotation[];
}

export interface AssistantMessageItem extends ItemBase {
  readonly type: 'assistant_message';
  readonly parts: readonly AnswerPart[];
}

export interface ClientToolCallItem extends ItemBase {
  readonly type: 'client_tool_call';
  readonly status: 'pending' | 'completed';
  readonly name: string;
  readonly arguments: JsonObject;
  /** Whether it came to nothing: the person said no, or it failed. */
  readonly failed: boolean;
}

/** A component of a widget as it was sent; the widgets' own code looks at every field it uses. */
export interface WidgetNode {
  readonly type: string;
  readonly id: string | null;
  readonly key: string | null;
  /** Everything else, unread. */
  readonly fields: JsonObject;
  readonly children: readonly WidgetNode[];
}

export interface WidgetItem extends ItemBase {
  readonly type: 'widget';
  readonly root: WidgetNode;
  /** What copying it yields; null when the server named nothing. */
  readonly copyText: string | null;
}

export interface GeneratedImageItem extends ItemBase {
  readonly type: 'generated_image';
  readonly url: string | null;
  /** From 0 to 1 while it is being made; null when unknown or finished. */
  readonly progress: number | null;
}

export interface InputAnswer {
  readonly values: readonly string[];
  readonly skipped: boolean;
}

export interface StructuredQuestion {
  readonly id: string;
  readonly question: string;
  readonly description: string | null;
  /** Empty where the answer is free text only. */
  readonly options: readonly string[];
  readonly multiple: boolean;
  readonly answer: InputAnswer | null;
}

export interface StructuredInputItem extends ItemBase {
  readonly type: 'structured_input';
  readonly status: 'pending' | 'answered' | 'skipped';
  readonly questions: readonly StructuredQuestion[];
}

export type TaskKind = 'custom' | 'web_search' | 'thought' | 'file' | 'image';

export interface Task {
  readonly kind: TaskKind;
  readonly status: 'none' | 'loading' | 'complete';
  readonly title: string | null;
  readonly icon: string | null;
  /** Markdown. */
  readonly content: string | null;
  readonly queries: readonly string[];
  readonly sources: readonly Source[];
}

export interface TaskItem extends ItemBase {
  readonly type: 'task';
  readonly task: Task;
}

export interface WorkflowItem extends ItemBase {
  readonly type: 'workflow';
  readonly kind: 'custom' | 'reasoning';
  readonly tasks: readonly Task[];
  readonly title: string | null;
  readonly icon: string | null;
  readonly durationSeconds: number | null;
  readonly expanded: boolean;
}

/** The agent's turn is over; nothing of it is drawn. */
export interface EndOfTurnItem extends ItemBase {
  readonly type: 'end_of_turn';
}

/** An item of a kind that this version does not know; `text` is what can be read in it, '' when nothing can. */
export interface OtherItem extends ItemBase {
  readonly type: 'other';
  readonly kind: string;
  readonly text: string;
}

export type ThreadItem =
  | UserMessageItem
  | AssistantMessageItem
  | ClientToolCallItem
  | WidgetItem
  | GeneratedImageItem
  | StructuredInputItem
  | TaskItem
  | WorkflowItem
  | EndOfTurnItem
  | OtherItem;
