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

export const updated = (id: string, update: object) => ({ type: 'thread.item.updated', item_id: id, update });

function item(type: string, fields: object) {
  return { type, id: `${type}_1`, thread_id: 'thr_1', created_at: CREATED_AT, ...fields };
}

const URL_SOURCE = { type: 'url', title: 'Page', url: 'https://example.org/', description: null, group: 'Web' };
const FILE_SOURCE = { type: 'file', title: 'File', filename: 'notes.txt' };
const ENTITY_SOURCE = { type: 'entity', id: 'e', title: 'Ann', icon: 'user', data: { a: 1 }, interactive: true };
const annotation = (source: object) => ({ type: 'annotation', source, index: 3 });
const TASK = { type: 'web_search', status_indicator: 'loading', title_query: 'tea', queries: ['tea'], sources: [URL_SOURCE] };
const CARD = { type: 'Card', id: 'card', children: [{ type: 'Text', id: 'text', value: 'Hel', streaming: true }] };

export function widget(id: string, root: object = CARD) {
  return { ...item('widget', { widget: root, copy_text: 'Hello' }), id };
}

export function workflow(id: string, ...tasks: object[]) {
  const fields = { type: 'reasoning', tasks, summary: { duration: 3 }, expanded: true };
  return { ...item('workflow', { workflow: fields }), id };
}

export function image(id: string, url: string | null = null) {
  return { ...item('generated_image', { image: url === null ? null : { id: 'img', url } }), id };
}

export function questions(id: string, status = 'pending') {
  const inputs = [
    { type: 'multiple_choice', id: 'q1', question: 'Which?', options: [{ value: 'a' }, { value: 'b' }], multiple: true },
    { type: 'freeform', id: 'q2', question: 'Why?', description: 'In words', answer: { values: ['x'], skipped: false } },
  ];
  return { ...item('structured_input', { status, inputs }), id };
}

export const endOfTurn = (id: string) => ({ ...item('end_of_turn', {}), id });

export const EVERY_ITEM: readonly object[] = [
  { ...userMessage('u', 'hi'), attachments: [{ type: 'image', id: 'i', name: 'n', mime_type: 'm', preview_url: 'p' }] },
  item('assistant_message', {
    content: [{ type: 'output_text', text: 'x', annotations: [URL_SOURCE, FILE_SOURCE, ENTITY_SOURCE].map(annotation) }],
  }),
  toolCall('c', 'open', { a: 1 }),
  widget('w'),
  image('i', 'https://a/x.png'),
  questions('q'),
  item('task', { task: TASK }),
  workflow('f', TASK, { type: 'thought', content: 'Hm' }),
  endOfTurn('e'),
  item('song', { title: 'Tune', content: [{ text: 'La' }] }),
];

const PART = { type: 'output_text', text: 'x', annotations: [annotation(URL_SOURCE)] };

export const EVERY_UPDATE: readonly object[] = [
  delta('a', 'x').update,
  { type: 'assistant_message.content_part.added', content_index: 0, content: PART },
  { type: 'assistant_message.content_part.done', content_index: 0, content: PART },
  {
    type: 'assistant_message.content_part.annotation_added',
    content_index: 0,
    annotation_index: 0,
    annotation: annotation(FILE_SOURCE),
  },
  { type: 'widget.root.updated', widget: CARD },
  { type: 'widget.component.updated', component_id: 'text', component: { type: 'Text', id: 'text', value: 'New' } },
  { type: 'widget.streaming_text.value_delta', component_id: 'text', delta: 'lo', done: false },
  { type: 'workflow.task.added', task_index: 1, task: TASK },
  { type: 'workflow.task.updated', task_index: 0, task: TASK },
  { type: 'generated_image.updated', image: { id: 'img', url: 'https://a/x.png' }, progress: 0.5 },
];
