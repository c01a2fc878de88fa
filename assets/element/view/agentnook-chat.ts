/**
 * Draws `<agentnook-chat>`: start screen or messages, what went wrong, composer, and history beside them.
 *
 * It knows nothing of the program around it: where the server is, who runs client tools and which words to use come as
 * options, what it wants from its page leaves as events.
 */

import { type TemplateResult, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import type { StartPromptOption } from '../core/options.ts';
import { contentFrom } from '../core/options.ts';
import { textMessage } from '../core/requests.ts';
import type { SessionState } from '../core/session_state.ts';
import { styles } from './agentnook-chat.styles.ts';
import { ChatElement } from './chat-element.ts';
import type { Composer } from './composer.ts';
import './composer.ts';
import { FileIntake } from './file_intake.ts';
import './header.ts';
import type { HistoryPanel } from './history-panel.ts';
import './history-panel.ts';
import { paperclip } from './icons.ts';
import type { ItemWishes } from './items/context.ts';
import { closedLine, progressLine } from './lines.ts';
import './markdown/agentnook-markdown.ts';
import './message-list.ts';
import './problem-line.ts';
import './start-screen.ts';
import { shared } from './theme.ts';
import './undo-bar.ts';

export class AgentnookChat extends ChatElement {
  static override styles = [shared, styles];

  readonly #intake = new FileIntake(this, {
    wanted: () => this.attachable !== null && this.session.state.conversation.status.type === 'active',
    take: (files, folders) => {
      this.attach(files, folders);
      void this.focusComposer();
    },
  });

  protected override render(): TemplateResult {
    const { state } = this.session;
    return html`${this.historyOpen ? this.#historyPanel() : nothing}
      <main ?inert=${this.historyOpen && this.narrow}>
        ${this.#header(state)} ${isNew(state) ? this.#startScreen() : this.#conversation(state)}
        <footer>
          ${this.historyOpen ? nothing : this.#undoBar()} ${this.#problemLine()} ${this.#composer(state)}
          ${this.#disclaimer()}
        </footer>
      </main>
      <div class="visually-hidden" role="status" aria-live="polite">${this.announcement}</div>
      ${this.#intake.over ? this.#dropTarget() : nothing}`;
  }

  protected override focusText(): void {
    this.renderRoot.querySelector<Composer>('agentnook-composer')?.focusText();
  }

  protected override focusHistory(): void {
    this.#panel?.focusFirst();
  }

  protected override focusThreads(threadId?: string): void {
    void this.#panel?.focusThread(threadId);
  }

  #dropTarget(): TemplateResult {
    return html`<div class="drop-target" aria-hidden="true"><p>${paperclip}${this.words('element.attach.drop')}</p></div>`;
  }

  get #panel(): HistoryPanel | null {
    return this.renderRoot.querySelector('agentnook-history');
  }

  #header({ conversation }: SessionState): TemplateResult | typeof nothing {
    const option = this.options?.header ?? {};
    if (this.options === null || option.enabled === false) return nothing;
    return html`<agentnook-header
      .words=${this.words}
      .option=${option}
      .threadTitle=${conversation.title ?? ''}
      .withHistory=${this.withHistory}
      .historyOpen=${this.historyOpen}
      @history=${() => void (this.historyOpen ? this.hideHistory() : this.showHistory())}
      @new=${() => void this.openFromHistory(null)}
    ></agentnook-header>`;
  }

  #startScreen(): TemplateResult {
    // Nothing is greeted before it is known what with.
    if (this.options === null) return html`<div></div>`;
    const { greeting, prompts = [] } = this.options.startScreen ?? {};
    return html`<agentnook-start
      .greeting=${greeting ?? this.words('element.greeting')}
      .prompts=${prompts}
      @choose=${(event: CustomEvent<StartPromptOption>) => void this.choosePrompt(messageOf(event.detail))}
      ><slot name="start"></slot
    ></agentnook-start>`;
  }

  #conversation(state: SessionState): TemplateResult {
    const title = state.conversation.title ?? this.words('element.history.untitled');
    // The headings of answers and widgets are below these.
    return html`<div class="visually-hidden">
        <h1>${this.options?.agentLabel || this.words('element.conversation')}</h1>
        <h2>${title}</h2>
      </div>
      ${this.#messageList(state)}`;
  }

  #messageList(state: SessionState): TemplateResult {
    const { wishes, session } = this;
    const { feedback = false, retry: again = false } = this.options?.threadItemActions ?? {};
    const retry = again && state.conversation.status.type === 'active';
    return html`<agentnook-messages
      .words=${this.words}
      .session=${state}
      .agentLabel=${this.options?.agentLabel ?? ''}
      .serverUrl=${this.serverUrl}
      .progress=${progressLine(state, this.serverState, this.words)}
      .actions=${guard([feedback, retry], () => ({ feedback, retry }))}
      .autoScroll=${this.options?.thread?.autoScroll ?? true}
      @earlier=${() => void session.loadEarlier()}
      @later=${() => void session.loadLater()}
      @start=${() => this.unlessBusy(session.jumpToStart())}
      @newest=${() => this.unlessBusy(session.jumpToNewest())}
      @act=${(event: CustomEvent<ItemWishes['act']>) => void wishes.act(event.detail)}
      @answer=${(event: CustomEvent<ItemWishes['answer']>) => void wishes.answer(event.detail)}
      @feedback=${(event: CustomEvent<ItemWishes['feedback']>) => void wishes.feedback(event.detail)}
      @retry-item=${(event: CustomEvent<ItemWishes['retry-item']>) => void wishes.retry(event.detail)}
      @entity=${(event: CustomEvent<ItemWishes['entity']>) => wishes.entity(event.detail)}
    ></agentnook-messages>`;
  }

  #problemLine(): TemplateResult | typeof nothing {
    if (this.problem === null) return nothing;
    return html`<agentnook-problem
      .words=${this.words}
      .problem=${this.problem}
      @retry=${() => this.tryAgain()}
    ></agentnook-problem>`;
  }

  #composer(state: SessionState): TemplateResult {
    const { composer, options } = this;
    return html`<agentnook-composer
      .words=${this.words}
      .placeholder=${options?.composer?.placeholder ?? this.words('element.composer.label')}
      .value=${live(composer.text)}
      .attachable=${this.attachable}
      .uploads=${this.uploads.list}
      .refusals=${this.refusals}
      .reply=${composer.reply}
      .tools=${composer.tools}
      .tool=${composer.tool}
      .models=${composer.models}
      .model=${composer.model}
      .entities=${options?.entities}
      .commands=${options?.commands}
      .wordOfTag=${this.wordOfTag}
      .busy=${state.phase !== 'idle' && state.phase !== 'loading'}
      .stoppable=${state.conversation.allowCancel}
      .closedReason=${closedLine(state, this.words)}
      @write=${(event: CustomEvent<string>) => this.changeComposer(() => (composer.text = event.detail))}
      @send=${() => void this.submit()}
      @stop=${() => void this.stop()}
      @tool=${(event: CustomEvent<string | null>) => this.changeComposer(() => (composer.toolId = event.detail))}
      @model=${(event: CustomEvent<string>) => this.changeComposer(() => composer.chooseModel(event.detail))}
      @attach=${(event: CustomEvent<readonly File[]>) => this.attach(event.detail)}
      @remove=${(event: CustomEvent<number>) => this.uploads.remove(event.detail)}
      @retry=${(event: CustomEvent<number>) => this.uploads.retry(event.detail)}
      @dismiss=${() => this.changeComposer(() => (this.refusals = []))}
      @unquote=${() => this.changeComposer(() => (composer.reply = null))}
      @search-failed=${(event: CustomEvent<unknown>) => this.searchFailed(event.detail)}
    ></agentnook-composer>`;
  }

  #disclaimer(): TemplateResult | typeof nothing {
    const { text = '', highContrast = false } = this.options?.disclaimer ?? {};
    if (text === '') return nothing;
    return html`<small class=${highContrast ? 'strong' : ''}>
      <agentnook-markdown .text=${text} .words=${this.words}></agentnook-markdown>
    </small>`;
  }

  #undoBar(): TemplateResult {
    const { removed } = this.history.state;
    const title = removed === null ? null : (removed.title ?? this.words('element.history.untitled'));
    return html`<agentnook-undo
      .words=${this.words}
      .deletedTitle=${title}
      @undo=${() => this.undoRemoval()}
      @gone=${() => void this.focusAfterUndo()}
    ></agentnook-undo>`;
  }

  #historyPanel(): TemplateResult {
    const { showDelete = true, showRename = true } = this.options?.history ?? {};
    return html`<agentnook-history
      role=${this.narrow ? 'dialog' : 'navigation'}
      aria-modal=${this.narrow ? 'true' : nothing}
      aria-label=${this.words('element.history.title')}
      .words=${this.words}
      .history=${this.history.state}
      .currentId=${this.threadId}
      .locale=${this.options?.locale ?? navigator.language}
      .renamable=${showRename}
      .deletable=${showDelete}
      .modal=${this.narrow}
      @choose=${(event: CustomEvent<string | null>) => void this.openFromHistory(event.detail)}
      @rename=${({ detail }: CustomEvent<{ id: string; title: string }>) =>
        void this.history.rename(detail.id, detail.title)}
      @remove=${(event: CustomEvent<string>) => this.removeThread(event.detail)}
      @undo=${() => this.undoRemoval()}
      @more=${() => void this.history.readMore()}
      @retry=${() => void this.history.reload()}
      @close=${() => void this.hideHistory()}
      >${this.#undoBar()}</agentnook-history
    >`;
  }
}

function isNew({ conversation, phase }: SessionState): boolean {
  return conversation.entries.length === 0 && phase === 'idle';
}

function messageOf({ prompt }: StartPromptOption): ReturnType<typeof textMessage> {
  return typeof prompt === 'string' ? textMessage(prompt) : { content: contentFrom({ content: prompt }) };
}

declare global {
  interface HTMLElementTagNameMap {
    'agentnook-chat': AgentnookChat;
  }
}

customElements.define('agentnook-chat', AgentnookChat);
