/** Draws what an agent answered, its sources, and under a finished answer what can be done with it. */

import { type TemplateResult, html, nothing } from 'lit';
import type { AnswerPart, AssistantMessageItem, GeneratedImageItem, WidgetItem } from '../../core/items.ts';
import type { FeedbackKind } from '../../core/wire.ts';
import type { WidgetAct } from '../../widgets/act.ts';
import '../../widgets/agentnook-widget.ts';
import { imageSource } from '../../widgets/image_source.ts';
import '../markdown/agentnook-markdown.ts';
import { imageIcon } from '../icons.ts';
import './actions.ts';
import { textOfEntries } from './clipboard.ts';
import type { ItemContext, ItemWishes } from './context.ts';
import type { Row, Turn } from './rows.ts';
import { sourceList, sourcesOf } from './sources.ts';

export type AnswerItem = AssistantMessageItem | WidgetItem | GeneratedImageItem;

export function answer(item: AnswerItem, row: Row, context: ItemContext, working: boolean): TemplateResult {
  return html`<article class="row answer">
    <span class="visually-hidden">${context.words('element.agent_said', { agent: context.agentLabel })}</span>
    ${content(item, row, context, working)} ${row.turn === null ? nothing : turnActions(row.turn, context)}
  </article>`;
}

function content(item: AnswerItem, row: Row, context: ItemContext, working: boolean): TemplateResult {
  switch (item.type) {
    case 'assistant_message':
      return message(item, row.live, context);
    case 'widget':
      return widget(item, context, working);
    case 'generated_image':
      return generatedImage(item, row.live, context);
  }
}

function message(item: AssistantMessageItem, live: boolean, context: ItemContext): TemplateResult {
  const last = item.parts.length - 1;
  const sources = sourcesOf(item);
  // SECURITY: a server that speaks of the thousandth part has not written all the others.
  const isWritten = ({ text, annotations }: AnswerPart): boolean => text !== '' || annotations.length > 0;
  const part = (each: AnswerPart, index: number): TemplateResult =>
    html`<agentnook-markdown
      .text=${each.text}
      .annotations=${each.annotations}
      .sources=${sources}
      .streaming=${live && index === last}
      .words=${context.words}
      @entity=${(event: CustomEvent<ItemWishes['entity']>) => context.wish('entity', event.detail)}
    ></agentnook-markdown>`;
  return html`${item.parts.map((each, index) => (isWritten(each) ? part(each, index) : nothing))}
    ${live ? nothing : sourceList(sources, context)}`;
}

function widget(item: WidgetItem, { words, wish }: ItemContext, working: boolean): TemplateResult {
  return html`<agentnook-widget
    .root=${item.root}
    .itemId=${item.id}
    .words=${words}
    .busy=${working}
    @act=${(event: CustomEvent<WidgetAct>) => wish('act', { ...event.detail, itemId: item.id })}
  ></agentnook-widget>`;
}

function generatedImage(item: GeneratedImageItem, live: boolean, { words }: ItemContext): TemplateResult {
  const source = imageSource(item.url ?? '', document.baseURI);
  if (source.kind === 'picture') {
    return html`<img class="generated" src=${source.url} alt=${words('element.image')} decoding="async" />`;
  }
  if (source.kind === 'link') {
    return html`<a class="chip" href=${source.url} target="_blank" rel="noopener noreferrer"
      >${imageIcon}${words('element.image.open')}</a
    >`;
  }
  if (!live && item.progress === null) return html`<p class="quiet">${words('element.image.missing')}</p>`;
  return html`<div class="generated pending">
    ${imageIcon}
    <progress aria-label=${words('element.image.progress')} max="1" value=${item.progress ?? nothing}></progress>
  </div>`;
}

function turnActions({ entries, askedBy, latest, verdict }: Turn, { words, actions, wish }: ItemContext): TemplateResult {
  const itemIds = entries.flatMap((entry) => (entry.type === 'notice' ? [] : [entry.id]));
  return html`<agentnook-actions
    class=${latest ? 'latest' : ''}
    .words=${words}
    .copied=${textOfEntries(entries) === '' ? null : () => textOfEntries(entries)}
    .feedback=${actions.feedback}
    .given=${verdict}
    .retry=${actions.retry && askedBy !== null}
    @feedback=${(event: CustomEvent<FeedbackKind>) => wish('feedback', { itemIds, kind: event.detail })}
    @again=${() => askedBy !== null && wish('retry-item', { itemId: askedBy })}
  ></agentnook-actions>`;
}
