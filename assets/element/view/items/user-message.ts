/** Draws what a person said: words and tags, what they quoted and attached; a very long message folds. */

import { type TemplateResult, html, nothing } from 'lit';
import type { Attachment, UserMessageItem, UserPart } from '../../core/items.ts';
import { UNSENT_ID } from '../../core/conversation.ts';
import { imageSource } from '../../widgets/image_source.ts';
import { fileName } from '../file_name.ts';
import { paperclip } from '../icons.ts';
import type { ItemContext } from './context.ts';
import './actions.ts';
import { tagChip } from './sources.ts';

/** Longer than this, a message folds. */
const LONG_CHARACTERS = 1_500;
const LONG_LINES = 18;

export function userMessage(item: UserMessageItem, context: ItemContext): TemplateResult {
  const { words } = context;
  return html`<article class=${item.id === UNSENT_ID ? 'row user unsent' : 'row user'}>
    <span class="visually-hidden">${words('element.you_said')}</span>
    ${item.attachments.length === 0 ? nothing : attachmentList(item.attachments, context)}
    ${item.text.trim() === '' && item.quotedText === null ? nothing : said(item, context)}
  </article>`;
}

function said(item: UserMessageItem, context: ItemContext): TemplateResult {
  const { words } = context;
  return html`<div class="said">
    <div class="bubble">
      ${item.quotedText === null ? nothing : html`<blockquote dir="auto">${item.quotedText}</blockquote>`}
      ${isLong(item.text) ? folded(item, context) : text(item.parts, context)}
    </div>
    <agentnook-actions .words=${words} .copied=${() => item.text}></agentnook-actions>
  </div>`;
}

export function isLong(text: string): boolean {
  return text.length > LONG_CHARACTERS || text.split('\n', LONG_LINES + 1).length > LONG_LINES;
}

function folded(item: UserMessageItem, context: ItemContext): TemplateResult {
  const { words } = context;
  return html`<div class="folded">${text(item.parts, context)}</div>
    <button type="button" class="unfold" aria-expanded="false" @click=${(event: Event) => unfold(event, words)}>
      ${words('element.show_all')}
    </button>`;
}

/** The page keeps what a person unfolded; nothing else needs to know. */
function unfold({ currentTarget }: Event, words: ItemContext['words']): void {
  const button = currentTarget as HTMLButtonElement;
  const expanded = button.previousElementSibling?.classList.toggle('open') === true;
  button.ariaExpanded = String(expanded);
  button.textContent = words(expanded ? 'element.show_less' : 'element.show_all');
}

function text(parts: readonly UserPart[], context: ItemContext): TemplateResult {
  // Every space in it is shown.
  const shown = parts.map((part) => (part.type === 'text' ? part.text : tagChip(part, context)));
  return html`<div class="text" dir="auto">${shown}</div>`;
}

function attachmentList(attachments: readonly Attachment[], { words, serverUrl }: ItemContext): TemplateResult {
  return html`<ul class="attachments" aria-label=${words('element.attachments')}>
    ${attachments.map((attachment) => html`<li>${attachmentView(attachment, serverUrl)}</li>`)}
  </ul>`;
}

/** What was attached is on the server of the conversation, so its pictures may come from there. */
function attachmentView({ name, previewUrl }: Attachment, serverUrl: string): TemplateResult {
  const source = imageSource(previewUrl ?? '', document.baseURI, serverUrl);
  return source.kind === 'picture'
    ? html`<img src=${source.url} alt=${name} title=${name} loading="lazy" decoding="async" />`
    : html`<span class="chip">${paperclip}${fileName(name)}</span>`;
}
