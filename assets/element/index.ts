/** What a page gets from the built file: the element, defined, and the words it was built with. */

export { AgentnookChat } from './view/agentnook-chat.ts';
export { wordsFrom } from './view/words.ts';
