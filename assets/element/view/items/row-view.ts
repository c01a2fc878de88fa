/** Chooses how a row of the conversation is drawn, by the kind of what stands in it. */

import { type TemplateResult, html, nothing } from 'lit';
import type { StructuredInputItem } from '../../core/items.ts';
import type { StructuredInput } from '../../core/wire.ts';
import { answer } from './answer.ts';
import type { ItemContext } from './context.ts';
import type { Row } from './rows.ts';
import './structured-input.ts';
import { notice, unknownItem } from './told.ts';
import { userMessage } from './user-message.ts';
import { singleTask, toolCalls, workflow } from './work.ts';

/** Whether a row looks different while the session is at work. */
export function heedsWork({ entries: [{ type }] }: Row): boolean {
  return type === 'widget' || type === 'structured_input';
}

export function rowView(row: Row, context: ItemContext, working: boolean): TemplateResult | typeof nothing {
  const [entry] = row.entries;
  switch (entry.type) {
    case 'user_message':
      return userMessage(entry, context);
    case 'assistant_message':
    case 'widget':
    case 'generated_image':
      return answer(entry, row, context, working);
    case 'client_tool_call':
      return toolCalls(row.entries.filter((call) => call.type === 'client_tool_call'), context);
    case 'workflow':
      return workflow(entry, row.live, context);
    case 'task':
      return singleTask(entry, row.live, context);
    case 'structured_input':
      return questions(entry, context, working);
    case 'notice':
      return notice(entry, context);
    case 'other':
      return unknownItem(entry, context);
    case 'end_of_turn':
      return nothing;
  }
}

function questions(item: StructuredInputItem, context: ItemContext, working: boolean): TemplateResult {
  const { words, agentLabel, wish } = context;
  return html`<article class="row">
    <span class="visually-hidden">${words('element.agent_asks', { agent: agentLabel })}</span>
    <agentnook-questions
      .words=${words}
      .item=${item}
      .busy=${working}
      @answer=${(event: CustomEvent<StructuredInput>) => wish('answer', { itemId: item.id, input: event.detail })}
    ></agentnook-questions>
  </article>`;
}
