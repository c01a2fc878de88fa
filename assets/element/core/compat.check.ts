/** Proves to the compiler that a page can use this element wherever it would use ChatKit's; nothing of it is built. */

import type { ChatKitEvents, ChatKitOptions, OpenAIChatKit } from '@openai/chatkit';
import type { AgentnookChat } from '../view/agentnook-chat.ts';
import type { ChatEvents } from './events.ts';
import type { AgentnookOptions, ComposerParams, MessageParams } from './options.ts';

type MethodName = Exclude<keyof OpenAIChatKit, keyof HTMLElement>;
type ParamsOf<Name extends MethodName> = Parameters<OpenAIChatKit[Name]>;
type DetailOf<Event> = Event extends CustomEvent<infer Detail> ? Detail : never;
type ForeignName = Exclude<keyof ChatEvents, keyof ChatKitEvents | `agentnook.${string}`>;

/** As function types, so that parameters are compared strictly: methods would be compared both ways. */
type Functions<Element> = {
  [Name in MethodName & keyof Element]: Element[Name] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Result
    : never;
};

/** What a caller may leave out must be left out by both, so that nothing is ignored for being called otherwise. */
type UnknownTo<From, To> = Exclude<keyof From, keyof To>;

type Assert<Condition extends true> = Condition;
type IsAssignable<From, To> = [From] extends [To] ? true : false;
type IsNever<Type> = IsAssignable<Type, never>;

/** Every method of ChatKit's, with every value that ChatKit's takes. */
export type Methods = Assert<IsAssignable<AgentnookChat, Functions<OpenAIChatKit>>>;
export type Options = Assert<IsAssignable<ChatKitOptions, AgentnookOptions>>;
export type MessageFields = Assert<IsNever<UnknownTo<ParamsOf<'sendUserMessage'>[0], MessageParams>>>;
export type ComposerFields = Assert<IsNever<UnknownTo<ParamsOf<'setComposerValue'>[0], ComposerParams>>>;

/** The options that are not taken: those that the table in `options.ts` names, and no other. */
export type IgnoredOptions = Assert<IsAssignable<UnknownTo<ChatKitOptions, AgentnookOptions>, 'frameTitle'>>;
export type IgnoredComposerOptions = Assert<
  IsAssignable<
    UnknownTo<NonNullable<ChatKitOptions['composer']>, NonNullable<AgentnookOptions['composer']>>,
    'dictation'
  >
>;

/** Every event of ChatKit's, with a detail that its listeners understand, and none that ChatKit would not know. */
export type Details = Assert<
  IsAssignable<
    { [Name in keyof ChatKitEvents]: ChatEvents[Name] },
    { [Name in keyof ChatKitEvents]: DetailOf<ChatKitEvents[Name]> }
  >
>;
export type EventNames = Assert<IsNever<Exclude<keyof ChatKitEvents, keyof ChatEvents>>>;
export type ForeignNames = Assert<IsNever<ForeignName>>;
