/** Proves to the compiler that a page can use this element wherever it would use ChatKit's; nothing of it is built. */

import type { ChatKitEvents, OpenAIChatKit } from '@openai/chatkit';
import type { AgentnookChat } from '../view/agentnook-chat.ts';
import type { ChatEvents } from './events.ts';

type MethodName =
  | 'setOptions'
  | 'focusComposer'
  | 'setThreadId'
  | 'sendUserMessage'
  | 'setComposerValue'
  | 'fetchUpdates'
  | 'sendCustomAction'
  | 'showHistory'
  | 'hideHistory';

/** As function types, so that parameters are compared strictly: methods would be compared both ways. */
type Functions<Element> = {
  [Name in MethodName & keyof Element]: Element[Name] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Result
    : never;
};

type DetailOf<Event> = Event extends CustomEvent<infer Detail> ? Detail : never;
type SharedName = keyof ChatEvents & keyof ChatKitEvents;
type ForeignName = Exclude<keyof ChatEvents, keyof ChatKitEvents | `agentnook.${string}`>;

type Assert<Condition extends true> = Condition;
type IsAssignable<From, To> = [From] extends [To] ? true : false;

export type Methods = Assert<IsAssignable<AgentnookChat, Functions<OpenAIChatKit>>>;
export type Details = Assert<
  IsAssignable<Pick<ChatEvents, SharedName>, { [Name in SharedName]: DetailOf<ChatKitEvents[Name]> }>
>;
export type Names = Assert<IsAssignable<ForeignName, never>>;
