/** Owns what news do to one item: a function from an item to the next; what does not fit changes nothing. */

import type {
  AnswerPart,
  AssistantMessageItem,
  GeneratedImageItem,
  Task,
  ThreadItem,
  WidgetItem,
  WidgetNode,
  WorkflowItem,
} from './items.ts';
import { stringFrom } from './json.ts';
import { fitsLimits } from './parse_widget.ts';
import type { ItemUpdate } from './wire.ts';

const EMPTY_PART: AnswerPart = { text: '', annotations: [] };

/** The item after an update; the same one where nothing changed. */
export function updatedItem(item: ThreadItem, update: ItemUpdate): ThreadItem {
  switch (item.type) {
    case 'assistant_message':
      return updatedAnswer(item, update);
    case 'widget':
      return updatedWidget(item, update);
    case 'workflow':
      return update.type === 'task' ? withTask(item, update.index, update.task) : item;
    case 'generated_image':
      return update.type === 'image' ? withImage(item, update.url, update.progress) : item;
    default:
      return item;
  }
}

function updatedAnswer(item: AssistantMessageItem, update: ItemUpdate): AssistantMessageItem {
  switch (update.type) {
    case 'text_delta':
      return withPart(item, update.part, (part) => ({ ...part, text: part.text + update.delta }));
    case 'part':
      return withPart(item, update.part, () => update.content);
    case 'annotation':
      return withPart(item, update.part, (part) => ({
        ...part,
        annotations: part.annotations.toSpliced(update.index, 0, update.annotation),
      }));
    default:
      return item;
  }
}

function withPart(
  item: AssistantMessageItem,
  index: number,
  change: (part: AnswerPart) => AnswerPart,
): AssistantMessageItem {
  const parts = item.parts.slice();
  while (parts.length <= index) parts.push(EMPTY_PART);
  parts[index] = change(parts[index] ?? EMPTY_PART);
  return { ...item, parts };
}

function withTask(item: WorkflowItem, index: number, task: Task): WorkflowItem {
  const tasks = item.tasks.slice();
  tasks[Math.min(index, tasks.length)] = task;
  return { ...item, tasks };
}

function withImage(item: GeneratedImageItem, url: string | null, progress: number | null): GeneratedImageItem {
  return { ...item, url: url ?? item.url, progress };
}

function updatedWidget(item: WidgetItem, update: ItemUpdate): WidgetItem {
  switch (update.type) {
    case 'widget_root':
      return { ...item, root: update.root };
    case 'widget_component': {
      const { component, componentId } = update;
      const named = component.id === null ? { ...component, id: componentId } : component;
      const root = withComponent(item.root, componentId, () => named);
      // Components that grow into each other would pass the limits that parsing keeps.
      return root === item.root || !fitsLimits(root) ? item : { ...item, root };
    }
    case 'widget_text': {
      const { componentId, delta, done } = update;
      const root = withComponent(item.root, componentId, (node) => withMoreText(node, delta, done));
      return root === item.root ? item : { ...item, root };
    }
    default:
      return item;
  }
}

function withMoreText(node: WidgetNode, delta: string, done: boolean): WidgetNode {
  const value = stringFrom(node.fields['value']) + delta;
  return { ...node, fields: { ...node.fields, value, streaming: !done } };
}

/** Change the component of this id; what is not on the way to it stays the same. */
function withComponent(node: WidgetNode, id: string, change: (node: WidgetNode) => WidgetNode): WidgetNode {
  if (id === '') return node;
  if (node.id === id) return change(node);
  for (const [index, child] of node.children.entries()) {
    const next = withComponent(child, id, change);
    if (next !== child) return { ...node, children: node.children.with(index, next) };
  }
  return node;
}
