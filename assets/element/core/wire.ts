/** The ChatKit wire format as `openai-chatkit` 1.6 speaks it: items, events, requests and their replies. */

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

interface ItemBase {
  readonly id: string;
}

export interface UserMessageItem extends ItemBase {
  readonly type: 'user_message';
  readonly text: string;
}

export interface AssistantMessageItem extends ItemBase {
  readonly type: 'assistant_message';
  /** One string per content part, in order. */
  readonly parts: readonly string[];
}

export interface ClientToolCallItem extends ItemBase {
  readonly type: 'client_tool_call';
  readonly status: 'pending' | 'completed';
  readonly name: string;
  readonly arguments: JsonObject;
}

/** An item of a kind that is kept in its place and not drawn. */
export interface OtherItem extends ItemBase {
  readonly type: 'other';
  readonly kind: string;
}

export type ThreadItem = UserMessageItem | AssistantMessageItem | ClientToolCallItem | OtherItem;

export type ItemUpdate =
  | { readonly type: 'text_delta'; readonly part: number; readonly delta: string }
  | { readonly type: 'part'; readonly part: number; readonly text: string }
  | { readonly type: 'other' };

export type NoticeLevel = 'info' | 'warning' | 'danger';

export type StreamEvent =
  | { readonly type: 'thread'; readonly created: boolean; readonly thread: ThreadSummary }
  | { readonly type: 'item'; readonly finished: boolean; readonly item: ThreadItem }
  | { readonly type: 'item_updated'; readonly itemId: string; readonly update: ItemUpdate }
  | { readonly type: 'item_removed'; readonly itemId: string }
  | { readonly type: 'options'; readonly allowCancel: boolean }
  | { readonly type: 'progress'; readonly text: string }
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
      readonly type: 'threads.custom_action';
      readonly params: { readonly thread_id: string; readonly item_id?: string; readonly action: JsonObject };
    };

export interface PageParams {
  readonly limit: number;
  readonly order: 'asc' | 'desc';
  readonly after?: string;
}

/** Requests that are answered by one JSON object. */
export type PlainRequest =
  | { readonly type: 'threads.get_by_id'; readonly params: { readonly thread_id: string } }
  | { readonly type: 'threads.list'; readonly params: PageParams }
  | { readonly type: 'items.list'; readonly params: PageParams & { readonly thread_id: string } };

export type Request = StreamingRequest | PlainRequest;
