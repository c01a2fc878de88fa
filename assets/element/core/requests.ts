/** Words what a person does as requests of the protocol. */

import type { UnsentMessage } from './conversation.ts';
import type { Attachment, UserPart } from './items.ts';
import type {
  ActionParams,
  FeedbackKind,
  JsonObject,
  PlainRequest,
  StreamingRequest,
  StructuredInput,
  UserContent,
  UserMessageInput,
} from './wire.ts';

/** A message on its way: its text, and what an integration may add to it. */
export interface OutgoingMessage {
  readonly content: readonly UserContent[];
  readonly reply?: string;
  readonly attachments?: readonly Attachment[];
  readonly toolId?: string;
  readonly model?: string;
}

export function textMessage(text: string): OutgoingMessage {
  return { content: [{ type: 'input_text', text }] };
}

export function textOf(message: OutgoingMessage): string {
  return message.content.map((part) => part.text).join('');
}

/** Nothing was written, and nothing is attached. */
export function isBlank(message: OutgoingMessage): boolean {
  return textOf(message).trim() === '' && (message.attachments ?? []).length === 0;
}

/** The message as it stands in the conversation until the server has it. */
export function unsentFrom(message: OutgoingMessage): UnsentMessage {
  const parts = message.content.map((part): UserPart => {
    if (part.type === 'input_text') return { type: 'text', text: part.text };
    return { ...part, type: 'tag', group: part.group ?? null };
  });
  return { text: textOf(message), parts, attachments: message.attachments ?? [], quotedText: message.reply ?? null };
}

export function sendRequest(threadId: string | null, message: OutgoingMessage): StreamingRequest {
  const input: UserMessageInput = {
    content: message.content,
    attachments: (message.attachments ?? []).map(({ id }) => id),
    quoted_text: message.reply ?? null,
    inference_options: {
      ...(message.toolId === undefined ? {} : { tool_choice: { id: message.toolId } }),
      ...(message.model === undefined ? {} : { model: message.model }),
    },
  };
  if (threadId === null) return { type: 'threads.create', params: { input } };
  return { type: 'threads.add_user_message', params: { thread_id: threadId, input } };
}

export function toolOutputRequest(threadId: string, result: JsonObject): StreamingRequest {
  return { type: 'threads.add_client_tool_output', params: { thread_id: threadId, result } };
}

export function retryRequest(threadId: string, userMessageId: string): StreamingRequest {
  return { type: 'threads.retry_after_item', params: { thread_id: threadId, item_id: userMessageId } };
}

export function structuredInputRequest(threadId: string, itemId: string, input: StructuredInput): StreamingRequest {
  return { type: 'threads.add_structured_input', params: { thread_id: threadId, item_id: itemId, input } };
}

export function actionParams(threadId: string, action: JsonObject, itemId: string | undefined): ActionParams {
  return { thread_id: threadId, ...(itemId === undefined ? {} : { item_id: itemId }), action };
}

export function feedbackRequest(threadId: string, itemIds: readonly string[], kind: FeedbackKind): PlainRequest {
  return { type: 'items.feedback', params: { thread_id: threadId, item_ids: itemIds, kind } };
}
