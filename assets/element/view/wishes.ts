/** Owns what comes of the things a person does with an item: what goes to the server, and what to the page. */

import type { AgentnookOptions } from '../core/options.ts';
import type { ChatSession } from '../core/session.ts';
import { widgetJson } from '../core/widget_json.ts';
import type { JsonObject } from '../core/wire.ts';
import type { ItemWishes } from './items/context.ts';

export class Wishes {
  readonly #session: ChatSession;
  readonly #options: () => AgentnookOptions | null;
  readonly #refused: (error: unknown) => void;

  constructor(session: ChatSession, options: () => AgentnookOptions | null, refused: (error: unknown) => void) {
    this.#session = session;
    this.#options = options;
    this.#refused = refused;
  }

  async act({ itemId, action, handler, streaming, done }: ItemWishes['act']): Promise<void> {
    try {
      if (handler === 'client') await this.#actHere(itemId, action);
      else await this.#session.act(action, itemId, { streaming });
      done(this.#session.state.failure === null);
    } catch (error) {
      done(false);
      this.#refused(error);
    }
  }

  async answer({ itemId, input }: ItemWishes['answer']): Promise<void> {
    await this.#session.answerInput(itemId, input).catch(this.#refused);
  }

  async feedback({ itemIds, kind }: ItemWishes['feedback']): Promise<void> {
    await this.#session.sendFeedback(itemIds, kind).catch(this.#refused);
  }

  async retry({ itemId }: ItemWishes['retry-item']): Promise<void> {
    await this.#session.retryFrom(itemId).catch(this.#refused);
  }

  entity({ source }: ItemWishes['entity']): void {
    if (source.entity === null) return;
    const { id, icon, interactive, data } = source.entity;
    this.#options()?.entities?.onClick?.({
      id,
      title: source.title,
      interactive,
      data: textsOf(data),
      ...(icon === null ? {} : { icon }),
      ...(source.group === null ? {} : { group: source.group }),
    });
  }

  async #actHere(itemId: string, { type, payload }: ItemWishes['act']['action']): Promise<void> {
    const item = this.#session.state.conversation.entries.find(({ id }) => id === itemId);
    if (item?.type !== 'widget') return;
    const asked = payload === null ? { type } : { type, payload: payload as JsonObject };
    await this.#options()?.widgets?.onAction?.(asked, { id: itemId, widget: widgetJson(item.root) });
  }
}

function textsOf(data: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
