/** Events and items as `openai-chatkit` puts them on the wire. */

const CREATED_AT = '2026-11-22T10:00:00Z';

export function thread(id = 'thr_1', title: string | null = null, items: object[] = [], after: string | null = null) {
  const page = { data: items, has_more: after !== null, after };
  return { id, title, created_at: CREATED_AT, status: { type: 'active' }, items: page };
}

export function userMessage(id: string, text: string) {
  const content = [{ type: 'input_text', text }];
  return { type: 'user_message', id, thread_id: 'thr_1', created_at: CREATED_AT, content, attachments: [] };
}

export function assistantMessage(id: string, ...texts: string[]) {
  const content = texts.map((text) => ({ type: 'output_text', text, annotations: [] }));
  return { type: 'assistant_message', id, thread_id: 'thr_1', created_at: CREATED_AT, content };
}

export function toolCall(id: string, name: string, args: object = {}, status = 'pending') {
  const call = { call_id: `call_${id}`, name, arguments: args, status };
  return { type: 'client_tool_call', id, thread_id: 'thr_1', created_at: CREATED_AT, ...call };
}

export const created = (id = 'thr_1') => ({ type: 'thread.created', thread: thread(id) });
export const titled = (title: string) => ({ type: 'thread.updated', thread: thread('thr_1', title) });
export const added = (item: object) => ({ type: 'thread.item.added', item });
export const done = (item: object) => ({ type: 'thread.item.done', item });
export const removed = (id: string) => ({ type: 'thread.item.removed', item_id: id });
export const progress = (text: string) => ({ type: 'progress_update', text });

export function delta(id: string, text: string, part = 0) {
  const update = { type: 'assistant_message.content_part.text_delta', content_index: part, delta: text };
  return { type: 'thread.item.updated', item_id: id, update };
}

export function failed(message: string | null, allowRetry: boolean) {
  return { type: 'error', code: 'custom', message, allow_retry: allowRetry };
}
