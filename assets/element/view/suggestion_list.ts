/** Draws what the composer suggests, as the listbox of its text field. */

import { type TemplateResult, html, nothing } from 'lit';
import { iconNamed } from '../widgets/icon.ts';
import type { Suggestion, Suggestions } from './suggestions.ts';

export const LIST_ID = 'suggestions';

export function optionId(index: number): string {
  return `suggestion-${index}`;
}

export function suggestionList(
  suggestions: Suggestions,
  label: string,
  choose: (suggestion: Suggestion) => void,
): TemplateResult | typeof nothing {
  if (!suggestions.open) return nothing;
  return html`<ul class="suggestions floating" id=${LIST_ID} role="listbox" aria-label=${label}>
    ${suggestions.found.map((suggestion, index) => {
      const { name, detail, icon } = factsOf(suggestion);
      return html`<li
        id=${optionId(index)}
        role="option"
        aria-selected=${index === suggestions.active}
        @pointerdown=${(event: Event) => event.preventDefault()}
        @click=${() => choose(suggestion)}
      >
        ${icon === undefined ? nothing : (iconNamed(icon) ?? nothing)}<span>${name}</span>
        ${detail === undefined ? nothing : html`<small>${detail}</small>`}
      </li>`;
    })}
  </ul>`;
}

function factsOf(suggestion: Suggestion): { name: string; detail: string | undefined; icon: string | undefined } {
  if (suggestion.kind === 'tag') {
    const { title, group, icon } = suggestion.entity;
    return { name: title, detail: group, icon };
  }
  const { label, description, group, icon } = suggestion.command;
  return { name: label, detail: description ?? group, icon };
}
