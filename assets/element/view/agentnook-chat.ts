/**
 * Draws `<agentnook-chat>`: start screen or messages, what went wrong, composer, and history beside them.
 *
 * It knows nothing of the program around it: where the server is, who runs client tools and which words to use come as
 * options, what it wants from its page leaves as events.
 */

import { type TemplateResult, html, nothing } from 'lit';
import type { StartPromptOption } from '../core/options.ts';
import { contentFrom } from '../core/options.ts';
import { textMessage } from '../core/requests.ts';
import type { SessionState } from '../core/session_state.ts';
import { styles } from './agentnook-chat.styles.ts';
import { ChatElement } from './chat-element.ts';
import type { Composer } from './composer.ts';
import './composer.ts';
import type { HistoryPanel } from './history-panel.ts';
import './history-panel.ts';
import { closedLine, progressLine } from './lines.ts';
import './message-list.ts';
import './problem-line.ts';
import './start-screen.ts';
import { shared } from './theme.ts';

export class AgentnookChat extends ChatElement {
  static override styles = [shared, styles];

  protected override render(): TemplateResult {
    const { state } = this.session;
    return html`${this.historyOpen ? this.#historyPanel() : nothing}
      <main>
        ${isNew(state) ? this.#startScreen() : this.#messageList(state)}
        <footer>
          ${this.#problemLine()} ${this.#composer(state)}
          <small>${this.options?.disclaimer?.text ?? ''}</small>
        </footer>
      </main>
      <div class="visually-hidden" role="status" aria-live="polite">${this.announcement}</div>`;
  }

  protected override focusText(): void {
    this.renderRoot.querySelector<Composer>('agentnook-composer')?.focusText();
  }

  protected override focusHistory(): void {
    this.renderRoot.querySelector<HistoryPanel>('agentnook-history')?.focusFirst();
  }

  #startScreen(): TemplateResult {
    // Nothing is greeted before it is known what with.
    if (this.options === null) return html`<div></div>`;
    const { greeting, prompts = [] } = this.options.startScreen ?? {};
    return html`<agentnook-start
      .greeting=${greeting ?? this.words('element.greeting')}
      .prompts=${prompts}
      @choose=${(event: CustomEvent<StartPromptOption>) => void this.choosePrompt(messageOf(event.detail))}
    ></agentnook-start>`;
  }

  #messageList(state: SessionState): TemplateResult {
    return html`<agentnook-messages
      .words=${this.words}
      .session=${state}
      .agentLabel=${this.options?.agentLabel ?? ''}
      .progress=${progressLine(state, this.serverState, this.words)}
      @earlier=${() => void this.session.loadEarlier()}
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
    return html`<agentnook-composer
      .words=${this.words}
      .placeholder=${this.options?.composer?.placeholder ?? this.words('element.composer.label')}
      .value=${this.composerText}
      .busy=${state.phase !== 'idle' && state.phase !== 'loading'}
      .stoppable=${state.conversation.allowCancel}
      .closedReason=${closedLine(state, this.words)}
      @write=${(event: CustomEvent<string>) => this.write(event.detail)}
      @send=${(event: CustomEvent<string>) => void this.submit(event.detail)}
      @stop=${() => void this.stop()}
    ></agentnook-composer>`;
  }

  #historyPanel(): TemplateResult {
    return html`<agentnook-history
      .words=${this.words}
      .history=${this.history.state}
      .currentId=${this.threadId}
      @choose=${(event: CustomEvent<string | null>) => void this.openFromHistory(event.detail)}
      @more=${() => void this.history.readMore()}
      @retry=${() => void this.history.reload()}
      @close=${() => void this.hideHistory()}
    ></agentnook-history>`;
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
