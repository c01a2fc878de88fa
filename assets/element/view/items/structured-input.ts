/** Owns questions of an agent that are answered in a form: choices with room for an own answer, or free text. */

import { LitElement, type TemplateResult, html, nothing } from 'lit';
import type { InputAnswer, StructuredInputItem, StructuredQuestion } from '../../core/items.ts';
import type { StructuredInput } from '../../core/wire.ts';
import { shared } from '../theme.ts';
import type { Words } from '../words.ts';
import { styles } from './structured-input.styles.ts';

const SKIPPED: InputAnswer = { values: [], skipped: true };

/** Its event: `answer` with a StructuredInput. */
export class Questions extends LitElement {
  static override properties = {
    words: { attribute: false },
    item: { attribute: false },
    busy: { type: Boolean },
    empty: { state: true },
  };

  static override styles = [shared, styles];

  declare words: Words;
  declare item: StructuredInputItem;
  declare busy: boolean;
  /** Nothing has been answered yet. */
  declare private empty: boolean;

  constructor() {
    super();
    this.busy = false;
    this.empty = true;
  }

  protected override render(): TemplateResult {
    const { status, questions } = this.item;
    if (status !== 'pending') return html`<dl>${questions.map((question) => this.#answered(question))}</dl>`;
    return html`<form @submit=${this.#submit} @input=${this.#changed}>
      ${questions.map((question, index) => this.#question(question, `question-${index}`))}
      <div class="buttons">
        <button type="button" ?disabled=${this.busy} @click=${this.#skip}>${this.words('element.questions.skip')}</button>
        <button class="main" ?disabled=${this.busy || this.empty}>${this.words('element.questions.send')}</button>
      </div>
    </form>`;
  }

  /** SECURITY: the ids of a server are no names of fields: those would stand in the place of the form's own methods. */
  #question(question: StructuredQuestion, name: string): TemplateResult {
    if (question.options.length === 0) return this.#freeText(question, name);
    const { options, multiple } = question;
    return html`<fieldset>
      <legend dir="auto">${question.question}</legend>
      ${this.#description(question)}
      ${options.map(
        (option) => html`<label dir="auto">
          <input type=${multiple ? 'checkbox' : 'radio'} name=${name} value=${option} @click=${this.#chosen} />${option}
        </label>`,
      )}
      <input
        class="own"
        type="text"
        name=${name}
        dir="auto"
        autocomplete="off"
        aria-label=${this.words('element.questions.own')}
        placeholder=${this.words('element.questions.own')}
        data-alone=${multiple ? nothing : ''}
        @input=${this.#wroteOwn}
      />
    </fieldset>`;
  }

  #freeText(question: StructuredQuestion, name: string): TemplateResult {
    return html`<label class="free">
      <span dir="auto">${question.question}</span>
      ${this.#description(question)}
      <textarea name=${name} rows="2" dir="auto"></textarea>
    </label>`;
  }

  #description({ description }: StructuredQuestion): TemplateResult | typeof nothing {
    return description === null ? nothing : html`<small dir="auto">${description}</small>`;
  }

  #answered({ question, answer }: StructuredQuestion): TemplateResult {
    const values = answer?.skipped === true ? [] : (answer?.values ?? []);
    return html`<div>
      <dt dir="auto">${question}</dt>
      ${values.length === 0
        ? html`<dd class="quiet">${this.words('element.questions.skipped')}</dd>`
        : values.map((value) => html`<dd dir="auto">${value}</dd>`)}
    </div>`;
  }

  /** Where one answer is asked for, an own answer and a choice exclude each other. */
  #wroteOwn({ currentTarget }: Event): void {
    const own = currentTarget as HTMLInputElement;
    if (!('alone' in own.dataset) || own.value === '') return;
    for (const choice of fieldsBeside<HTMLInputElement>(own, 'input[type="radio"]')) choice.checked = false;
  }

  #chosen({ currentTarget }: Event): void {
    for (const own of fieldsBeside<HTMLInputElement>(currentTarget as Element, '[data-alone]')) own.value = '';
  }

  #changed(): void {
    this.empty = this.#answers().every(([, { skipped }]) => skipped);
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!this.empty && !this.busy) this.#send({ status: 'answered', answers: Object.fromEntries(this.#answers()) });
  }

  #skip(): void {
    const answers = this.item.questions.map(({ id }) => [id, SKIPPED] as const);
    this.#send({ status: 'skipped', answers: Object.fromEntries(answers) });
  }

  #send(detail: StructuredInput): void {
    this.dispatchEvent(new CustomEvent<StructuredInput>('answer', { detail }));
  }

  /** What stands in the form; a question without an answer was skipped. */
  #answers(): readonly (readonly [id: string, answer: InputAnswer])[] {
    const form = this.renderRoot.querySelector('form');
    const data = form === null ? new FormData() : new FormData(form);
    return this.item.questions.map(({ id }, index) => {
      const values = data.getAll(`question-${index}`).map((value) => String(value).trim());
      const given = values.filter((value) => value !== '');
      return [id, given.length === 0 ? SKIPPED : { values: given, skipped: false }];
    });
  }
}

function fieldsBeside<T extends Element>(field: Element, selector: string): Iterable<T> {
  return field.closest('fieldset')?.querySelectorAll<T>(selector) ?? [];
}

customElements.define('agentnook-questions', Questions);
