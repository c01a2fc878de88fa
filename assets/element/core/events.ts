/** Owns the events of the element, each with its detail: ChatKit's names, and two of its own. */

import type { JsonObject } from './wire.ts';

/** What a session reports; the element passes it on. */
export interface SessionEvents {
  'chatkit.error': { readonly error: Error };
  'chatkit.effect': { name: string; data: JsonObject };
  'chatkit.response.start': undefined;
  'chatkit.response.end': undefined;
  'chatkit.thread.change': { threadId: string | null };
  'chatkit.thread.load.start': { threadId: string };
  'chatkit.thread.load.end': { threadId: string };
}

export interface ChatEvents extends SessionEvents {
  'chatkit.ready': undefined;
  'chatkit.history.open': undefined;
  'chatkit.history.close': undefined;
  /** A `chatkit-link://` address was followed. */
  'chatkit.deeplink': { name: string; data?: JsonObject };
  'chatkit.tool.change': { toolId: string | null };
  /** What the person did, by name; never with their words. */
  'chatkit.log': { name: string; data?: JsonObject };
  /** What the conversation is doing, after each change. */
  'agentnook.state': { readonly busy: boolean; readonly threadId: string | null; readonly title: string | null };
  /** The text that no server has taken yet, after each change. */
  'agentnook.draft': { readonly text: string; readonly threadId: string | null };
}
