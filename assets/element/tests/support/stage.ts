/** A session with a scripted server, and notes of everything it told the element around it. */

import type { TestContext } from 'node:test';
import { ChatClient } from '../../core/client.ts';
import { type Entry, UNSENT_ID, answerText } from '../../core/conversation.ts';
import type { SessionEvents } from '../../core/events.ts';
import { type OutgoingMessage, textMessage } from '../../core/requests.ts';
import { ChatSession } from '../../core/session.ts';
import { type Received, type Reply, type Script, type ScriptedServer, startServer } from './server.ts';
import * as wire from './wire_samples.ts';

export class Stage {
  readonly session: ChatSession;
  readonly events: [keyof SessionEvents, unknown][] = [];
  readonly returned: string[] = [];
  readonly messages: OutgoingMessage[] = [];
  readonly answers: string[] = [];
  readonly used: string[] = [];
  server: ScriptedServer | null = null;

  constructor() {
    this.session = new ChatSession({
      changed: () => undefined,
      event: (name, detail) => this.events.push([name, detail]),
      returned: (text, message) => {
        this.returned.push(text);
        this.messages.push(message);
      },
      answered: (text) => this.answers.push(text),
      threadUsed: (thread) => this.used.push(thread.title ?? thread.id),
    });
  }

  get state() {
    return this.session.state;
  }

  get types(): string[] {
    return this.server?.requests.map(({ type }) => type) ?? [];
  }

  get shown(): string[] {
    return this.state.conversation.entries.map(asText);
  }

  names(): string[] {
    return this.events.map(([name]) => name.replace('chatkit.', ''));
  }

  say(text: string): Promise<void> {
    return this.session.send(textMessage(text));
  }
}

function asText(entry: Entry): string {
  switch (entry.type) {
    case 'user_message':
      return entry.id === UNSENT_ID ? `unsent: ${entry.text}` : `user: ${entry.text}`;
    case 'assistant_message':
      return `agent: ${answerText(entry)}`;
    case 'client_tool_call':
      return `tool: ${entry.name} ${entry.status}`;
    case 'notice':
      return `notice: ${entry.message}`;
    default:
      return `${entry.type}: ${entry.id}`;
  }
}

export async function stageWith(context: TestContext, script: Script): Promise<Stage> {
  const stage = new Stage();
  stage.server = await startServer(context, script);
  stage.session.connect(new ChatClient({ url: stage.server.url, locale: 'en', fetch: globalThis.fetch }));
  return stage;
}

let ids = 0;

/** An id that came never before. */
export function nextId(): number {
  return (ids += 1);
}

/** Take the person's message as the real server does. */
export function take(request: Received, reply: Reply): void {
  const input = request.params['input'];
  if (request.type === 'threads.create') reply.events(wire.created());
  if (input?.content !== undefined) reply.events(wire.done(wire.userMessage(`u${nextId()}`, input.content[0].text)));
}

export function answer(reply: Reply, text: string): void {
  reply.events(wire.done(wire.assistantMessage(`a${nextId()}`, text)));
  reply.end();
}

export function echo(request: Received, reply: Reply): void {
  take(request, reply);
  answer(reply, `You said: ${request.params['input'].content[0].text}`);
}
