/** Draws what is neither asked nor answered: notices, and items of a kind that this version does not know. */

import { type TemplateResult, html, nothing } from 'lit';
import type { NoticeEntry } from '../../core/conversation.ts';
import type { OtherItem } from '../../core/items.ts';
import '../markdown/agentnook-markdown.ts';
import { circleInfo, triangle } from '../icons.ts';
import type { ItemContext } from './context.ts';

export function notice({ level, title, message }: NoticeEntry, { words }: ItemContext): TemplateResult {
  return html`<div class="row notice ${level}" role="note">
    ${level === 'info' ? circleInfo : triangle}
    <div class="about">
      ${level === 'info' ? nothing : html`<span class="visually-hidden">${words(`element.notice.${level}`)}</span>`}
      ${title === null ? nothing : html`<strong dir="auto">${title}</strong>`}
      <agentnook-markdown .text=${message} .words=${words}></agentnook-markdown>
    </div>
  </div>`;
}

/** What can be read in it is shown; when nothing can, the reader learns that something is there. */
export function unknownItem({ text }: OtherItem, { words, agentLabel }: ItemContext): TemplateResult {
  if (text === '') return html`<div class="row line">${circleInfo}<span>${words('element.unknown_item')}</span></div>`;
  return html`<article class="row">
    <span class="visually-hidden">${words('element.agent_said', { agent: agentLabel })}</span>
    <div class="text" dir="auto">${text}</div>
  </article>`;
}
