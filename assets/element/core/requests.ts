/** Words what a person does as requests of the protocol. */

import type { JsonObject, StreamingRequest, UserContent, UserMessageInput } from './wire.ts';

/** A message on its way: its text, and what an integration may add to it. */
export interface OutgoingMessage {
  readonly content: readonly UserContent[];
  readonly reply?: string;
  readonly attachmentIds?: readonly string[];
  readonly toolId?: string;
  readonly model?: string;
}

export function textMessage(text: string): OutgoingMessage {
  return { content: [{ type: 'input_text', text }] };
}

export function textOf(message: OutgoingMessage): string {
  return message.content.map((part) => part.text).join('');
}

export function sendRequest(threadId: string | null, message: OutgoingMessage): StreamingRequest {
  const input: UserMessageInput = {
    content: message.content,
    attachments: message.attachmentIds ?? [],
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

export function actionRequest(threadId: string, action: JsonObject, itemId: string | undefined): StreamingRequest {
  const target = itemId === undefined ? {} : { item_id: itemId };
  return { type: 'threads.custom_action', params: { thread_id: threadId, ...target, action } };
}
