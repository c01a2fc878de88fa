/** Draws where an answer has something from: links, files, and things of the integration's own. */

import { type TemplateResult, html, nothing } from 'lit';
import type { AssistantMessageItem, Source, UserPart } from '../../core/items.ts';
import { iconNamed } from '../../widgets/icon.ts';
import { fileIcon, tagIcon } from '../icons.ts';
import { type LinkTarget, linkTarget, whereElse, withoutTricks } from '../markdown/links.ts';
import { numberedSources } from '../markdown/source-marks.ts';
import type { ItemContext } from './context.ts';

/** The sources of an answer in the order of their numbers, counted across all of its parts. */
export function sourcesOf({ parts }: AssistantMessageItem): readonly Source[] {
  return numberedSources(parts.flatMap(({ annotations }) => annotations));
}

export function sourceList(sources: readonly Source[], context: ItemContext): TemplateResult | typeof nothing {
  if (sources.length === 0) return nothing;
  return html`<ol class="sources" aria-label=${context.words('element.sources')}>
    ${sources.map((source) => html`<li>${sourceView(source, context)}</li>`)}
  </ol>`;
}

export function sourceView(source: Source, context: ItemContext): TemplateResult {
  const title = source.title || source.url || '';
  const target = source.kind === 'url' && source.url !== null ? linkTarget(source.url) : null;
  if (target !== null) return link(target, title);
  return source.kind === 'entity' ? entityChip(source, context) : chip(fileIcon, title, source.description);
}

/** SECURITY: the title is a server's or a model's: one that names another server does not stand alone. */
function link(target: LinkTarget, title: string): TemplateResult {
  const where = whereElse(title, target);
  return html`<a href=${target.href} target="_blank" rel="noopener noreferrer" title=${target.href} dir="auto"
      >${withoutTricks(title)}</a
    >${where === '' ? nothing : html` <bdi>(${where})</bdi>`}`;
}

/** A tag in a person's own words. */
export function tagChip(tag: Extract<UserPart, { type: 'tag' }>, context: ItemContext): TemplateResult {
  const entity = { id: tag.id, icon: null, label: null, interactive: tag.interactive, data: tag.data };
  const source: Source = { kind: 'entity', title: tag.text, description: null, url: null, group: tag.group, entity };
  return entityChip(source, context);
}

function entityChip(source: Source, { wish }: ItemContext): TemplateResult {
  const { entity, title, description } = source;
  const icon = (entity?.icon ? iconNamed(entity.icon, 14) : null) ?? tagIcon;
  if (entity?.interactive !== true) return chip(icon, title, description);
  return html`<button
    type="button"
    class="chip"
    title=${description ?? nothing}
    @click=${() => wish('entity', { source })}
  >
    ${icon}<span class="name" dir="auto">${title}</span>
  </button>`;
}

function chip(icon: TemplateResult, title: string, description: string | null): TemplateResult {
  return html`<span class="chip" title=${description ?? nothing}
    >${icon}<span class="name" dir="auto">${title}</span></span
  >`;
}
