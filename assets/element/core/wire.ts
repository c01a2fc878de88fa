/**
 * The ChatKit wire format as `openai-chatkit` 1.6 speaks it: threads, events, requests and their replies.
 *
 * What a client gets wrong easily, by the numbers that the names of tests use:
 *
 *  1. The person's own message comes back as `done` without `added`: it replaces the copy that is shown meanwhile.
 *  2. A widget may come as `done` only; `added`, `done` and `replaced` are the same thing, an upsert by id.
 *  3. `threads.get_by_id` has the first 20 items, oldest first; the rest is paged by `items.list`.
 *  4. `retry_after_item` names the person's message; the server deletes what came after it without an event.
 *  5. A pending tool call is run when its stream has ended; one that stays unanswered is deleted without an event.
 *  6. To stop is to hang up, and the server keeps what it said; `allow_cancel` may forbid it.
 *  7. Errors come as events of a stream that began well, and as HTTP errors.
 *  8. `streaming: false` sends an action to `sync_custom_action`, whose reply holds at most one changed item.
 *  9. Addresses of pictures and links are the server's, absolute, and not to be trusted.
 * 10. Widgets are read by their `type`, whatever it is; of an unknown one, the children are shown.
 */

import type { Annotation, AnswerPart, InputAnswer, Task, ThreadItem, WidgetNode } from './items.ts';

/** A JSON object whose fields have not been looked at yet. */
export type JsonObject = Record<string, unknown>;

export interface Page<T> {
  readonly data: readonly T[];
  readonly hasMore: boolean;
  /** The cursor that asks for the next page. */
  readonly after: string | null;
}

export interface ThreadStatus {
  readonly type: 'active' | 'locked' | 'closed';
  readonly reason: string | null;
}

export interface ThreadSummary {
  readonly id: string;
  readonly title: string | null;
  readonly createdAt: string;
  readonly status: ThreadStatus;
}

export interface Thread extends ThreadSummary {
  readonly items: Page<ThreadItem>;
}

export type ItemUpdate =
  | { readonly type: 'text_delta'; readonly part: number; readonly delta: string }
  | { readonly type: 'part'; readonly part: number; readonly content: AnswerPart }
  | { readonly type: 'annotation'; readonly part: number; readonly index: number; readonly annotation: Annotation }
  | { readonly type: 'widget_root'; readonly root: WidgetNode }
  | { readonly type: 'widget_component'; readonly componentId: string; readonly component: WidgetNode }
  | { readonly type: 'widget_text'; readonly componentId: string; readonly delta: string; readonly done: boolean }
  | { readonly type: 'task'; readonly index: number; readonly task: Task }
  | { readonly type: 'image'; readonly url: string | null; readonly progress: number | null }
  | { readonly type: 'other' };

export interface ItemUpdated {
  readonly type: 'item_updated';
  readonly itemId: string;
  readonly update: ItemUpdate;
}

export type NoticeLevel = 'info' | 'warning' | 'danger';

export type StreamEvent =
  | { readonly type: 'thread'; readonly created: boolean; readonly thread: ThreadSummary }
  | { readonly type: 'item'; readonly finished: boolean; readonly item: ThreadItem }
  | ItemUpdated
  | { readonly type: 'item_removed'; readonly itemId: string }
  | { readonly type: 'options'; readonly allowCancel: boolean }
  | { readonly type: 'progress'; readonly text: string; readonly icon: string | null }
  | { readonly type: 'effect'; readonly name: string; readonly data: JsonObject }
  | { readonly type: 'notice'; readonly level: NoticeLevel; readonly title: string | null; readonly message: string }
  | { readonly type: 'error'; readonly code: string; readonly message: string | null; readonly allowRetry: boolean };

export type UserContent =
  | { readonly type: 'input_text'; readonly text: string }
  | {
      readonly type: 'input_tag';
      readonly id: string;
      readonly text: string;
      readonly data: JsonObject;
      readonly group?: string;
      readonly interactive: boolean;
    };

export interface UserMessageInput {
  readonly content: readonly UserContent[];
  readonly attachments: readonly string[];
  readonly quoted_text: string | null;
  readonly inference_options: { readonly tool_choice?: { readonly id: string }; readonly model?: string };
}

/** What a person answered to the questions of one item, by the id of the question. */
export interface StructuredInput {
  readonly status: 'answered' | 'skipped';
  readonly answers: Readonly<Record<string, InputAnswer>>;
}

export interface ActionParams {
  readonly thread_id: string;
  readonly item_id?: string;
  readonly action: JsonObject;
}

export type FeedbackKind = 'positive' | 'negative';

/** Requests that are answered by a stream of events. */
export type StreamingRequest =
  | { readonly type: 'threads.create'; readonly params: { readonly input: UserMessageInput } }
  | {
      readonly type: 'threads.add_user_message';
      readonly params: { readonly thread_id: string; readonly input: UserMessageInput };
    }
  | {
      readonly type: 'threads.add_client_tool_output';
      readonly params: { readonly thread_id: string; readonly result: JsonObject };
    }
  | {
      readonly type: 'threads.retry_after_item';
      readonly params: { readonly thread_id: string; readonly item_id: string };
    }
  | {
      readonly type: 'threads.add_structured_input';
      readonly params: { readonly thread_id: string; readonly item_id: string; readonly input: StructuredInput };
    }
  | { readonly type: 'threads.custom_action'; readonly params: ActionParams };

export interface PageParams {
  readonly limit: number;
  readonly order: 'asc' | 'desc';
  readonly after?: string;
}

/** Requests that are answered by one JSON object. */
export type PlainRequest =
  | { readonly type: 'threads.get_by_id'; readonly params: { readonly thread_id: string } }
  | { readonly type: 'threads.list'; readonly params: PageParams }
  | { readonly type: 'threads.update'; readonly params: { readonly thread_id: string; readonly title: string } }
  | { readonly type: 'threads.delete'; readonly params: { readonly thread_id: string } }
  | { readonly type: 'threads.sync_custom_action'; readonly params: ActionParams }
  | {
      readonly type: 'attachments.create';
      readonly params: { readonly name: string; readonly size: number; readonly mime_type: string };
    }
  | { readonly type: 'attachments.delete'; readonly params: { readonly attachment_id: string } }
  | { readonly type: 'items.list'; readonly params: PageParams & { readonly thread_id: string } }
  | {
      readonly type: 'items.feedback';
      readonly params: {
        readonly thread_id: string;
        readonly item_ids: readonly string[];
        readonly kind: FeedbackKind;
      };
    };

export type Request = StreamingRequest | PlainRequest;
