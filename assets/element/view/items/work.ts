/** Draws what an agent did on the way to its answer: workflows, single tasks, and tools of this computer. */

import { type TemplateResult, html, nothing } from 'lit';
import type { ClientToolCallItem, Task, TaskItem, TaskKind, WorkflowItem } from '../../core/items.ts';
import { iconNamed } from '../../widgets/icon.ts';
import '../markdown/agentnook-markdown.ts';
import { bulb, chevron, circleCheck, circleDashed, dot, fileIcon, imageIcon, search } from '../icons.ts';
import type { WordKey } from '../words.ts';
import type { ItemContext } from './context.ts';
import { duration } from './duration.ts';
import { sourceView } from './sources.ts';

const TASK_ICONS: Readonly<Record<TaskKind, TemplateResult | null>> = {
  custom: null,
  web_search: search,
  thought: bulb,
  file: fileIcon,
  image: imageIcon,
};

/** A workflow: one line that says what it is about, and its tasks when it is unfolded. */
export function workflow(item: WorkflowItem, live: boolean, context: ItemContext): TemplateResult {
  const icon = (item.icon === null ? null : iconNamed(item.icon, 18)) ?? (item.kind === 'reasoning' ? bulb : circleCheck);
  const title = html`<span class="name" dir="auto">${workflowTitle(item, live, context)}</span>`;
  if (item.tasks.length === 0) return html`<div class="row line">${live ? dots() : icon}${title}</div>`;
  return html`<details class="row work" ?open=${item.expanded}>
    <summary class="line">${live ? dots() : icon}${title}<span class="fold">${chevron}</span></summary>
    <ul class="tasks">
      ${item.tasks.map((task) => html`<li class="task">${taskView(task, live, context)}</li>`)}
    </ul>
  </details>`;
}

export function singleTask({ task }: TaskItem, live: boolean, context: ItemContext): TemplateResult {
  return html`<div class="row task">${taskView(task, live, context)}</div>`;
}

/** Client tools: what was asked of this computer, in one line however many there were. */
export function toolCalls(calls: readonly ClientToolCallItem[], context: ItemContext): TemplateResult {
  const [first] = calls;
  if (calls.length === 1 && first !== undefined) return html`<div class="row line">${toolCall(first, context)}</div>`;
  const done = calls.every(isUsed);
  const sentence = context.words(done ? 'element.tools.done' : 'element.tools.asked', { count: String(calls.length) });
  return html`<details class="row work">
    <summary class="line">
      ${done ? circleCheck : circleDashed}<span class="name">${sentence}</span><span class="fold">${chevron}</span>
    </summary>
    <ul class="tasks">
      ${calls.map((call) => html`<li class="line">${toolCall(call, context)}</li>`)}
    </ul>
  </details>`;
}

export function dots(): TemplateResult {
  return html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`;
}

function toolCall(call: ClientToolCallItem, { words }: ItemContext): TemplateResult {
  const done = isUsed(call);
  const sentence = words(wordOf(call), { tool: call.name.replaceAll('_', ' ') });
  return html`${done ? circleCheck : circleDashed}<span class="name">${sentence}</span>`;
}

function isUsed({ status, failed }: ClientToolCallItem): boolean {
  return status === 'completed' && !failed;
}

function wordOf({ status, failed }: ClientToolCallItem): 'element.tool.done' | 'element.tool.asked' | 'element.tool.failed' {
  if (status !== 'completed') return 'element.tool.asked';
  return failed ? 'element.tool.failed' : 'element.tool.done';
}

function workflowTitle(item: WorkflowItem, live: boolean, { words }: ItemContext): string {
  if (item.title !== null) return item.title;
  if (item.durationSeconds !== null) return words('element.thought.for', { duration: duration(item.durationSeconds) });
  const current = live ? item.tasks.findLast(({ title }) => title !== null)?.title : null;
  if (current) return current;
  if (item.kind === 'reasoning') return words(live ? 'element.thinking' : 'element.thought');
  return words(live ? 'element.progress.working' : 'element.work');
}

function taskView(task: Task, live: boolean, context: ItemContext): TemplateResult {
  const { content, queries, sources } = task;
  return html`${taskIcon(task, live)}
    <div class="about">
      ${taskTitle(task, context)}
      ${content === null || content === ''
        ? nothing
        : html`<agentnook-markdown
            .text=${content}
            .streaming=${live && task.status === 'loading'}
            .words=${context.words}
          ></agentnook-markdown>`}
      ${queries.length === 0 ? nothing : listOf('element.task.queries', queries.map(query), context)}
      ${sources.length === 0
        ? nothing
        : listOf('element.sources', sources.map((source) => sourceView(source, context)), context)}
    </div>
    ${status(task, live, context)}`;
}

function taskIcon(task: Task, live: boolean): TemplateResult {
  if (live && task.status === 'loading') return dots();
  const named = task.icon === null ? null : iconNamed(task.icon, 18);
  return named ?? TASK_ICONS[task.kind] ?? (task.status === 'complete' ? circleCheck : dot);
}

function taskTitle(task: Task, { words }: ItemContext): TemplateResult | typeof nothing {
  // A thought speaks for itself; everything else says at least what it is.
  const title = task.title ?? (task.kind === 'custom' || task.kind === 'thought' ? null : words(TASK_WORDS[task.kind]));
  return title === null ? nothing : html`<span class="name" dir="auto">${title}</span>`;
}

const TASK_WORDS = {
  web_search: 'element.task.web_search',
  file: 'element.task.file',
  image: 'element.task.image',
} as const satisfies Partial<Record<TaskKind, WordKey>>;

function query(text: string): TemplateResult {
  return html`<q dir="auto">${text}</q>`;
}

function listOf(name: WordKey, parts: readonly TemplateResult[], { words }: ItemContext): TemplateResult {
  return html`<ul class="chips" aria-label=${words(name)}>
    ${parts.map((part) => html`<li>${part}</li>`)}
  </ul>`;
}

function status(task: Task, live: boolean, { words }: ItemContext): TemplateResult | typeof nothing {
  if (task.status === 'none' || (task.status === 'loading' && !live)) return nothing;
  const key = task.status === 'complete' ? 'element.task.complete' : 'element.task.loading';
  return html`<span class="visually-hidden">${words(key)}</span>`;
}
