import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { ChatClient } from '../core/client.ts';
import { type Entry, UNSENT_ID, answerText } from '../core/conversation.ts';
import { ChatError } from '../core/errors.ts';
import type { SessionEvents } from '../core/events.ts';
import { textMessage } from '../core/requests.ts';
import { ChatSession } from '../core/session.ts';
import { type Received, type Reply, type Script, type ScriptedServer, startServer } from './support/server.ts';
import { until } from './support/until.ts';
import * as wire from './support/wire_samples.ts';

class Stage {
  readonly session: ChatSession;
  readonly events: [keyof SessionEvents, unknown][] = [];
  readonly returned: string[] = [];
  readonly answers: string[] = [];
  server: ScriptedServer | null = null;

  constructor() {
    this.session = new ChatSession({
      changed: () => undefined,
      event: (name, detail) => this.events.push([name, detail]),
      returned: (text) => this.returned.push(text),
      answered: (text) => this.answers.push(text),
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
    case 'other':
      return `other: ${entry.kind}`;
  }
}

async function stageWith(context: TestContext, script: Script): Promise<Stage> {
  const stage = new Stage();
  stage.server = await startServer(context, script);
  stage.session.connect(new ChatClient({ url: stage.server.url, locale: 'en', fetch: globalThis.fetch }));
  return stage;
}

let ids = 0;

/** Take the person's message as the real server does. */
function take(request: Received, reply: Reply): void {
  const input = request.params['input'];
  if (request.type === 'threads.create') reply.events(wire.created());
  if (input !== undefined) reply.events(wire.done(wire.userMessage(`u${(ids += 1)}`, input.content[0].text)));
}

function answer(reply: Reply, text: string): void {
  reply.events(wire.done(wire.assistantMessage(`a${(ids += 1)}`, text)));
  reply.end();
}

function echo(request: Received, reply: Reply): void {
  take(request, reply);
  answer(reply, `You said: ${request.params['input'].content[0].text}`);
}

test('the first message makes a thread, the next one goes into it', async (context) => {
  const stage = await stageWith(context, echo);
  await stage.say('one');
  await stage.say('two');
  assert.deepEqual(stage.types, ['threads.create', 'threads.add_user_message']);
  assert.equal(stage.server?.requests[1]?.params['thread_id'], 'thr_1');
  assert.deepEqual(stage.shown, ['user: one', 'agent: You said: one', 'user: two', 'agent: You said: two']);
  assert.deepEqual(stage.names(), [
    'response.start',
    'thread.change',
    'response.end',
    'response.start',
    'response.end',
  ]);
  assert.deepEqual(stage.answers, ['You said: one', 'You said: two']);
});

test('a message shows at once and waits for a server that is not there yet', async (context) => {
  const server = await startServer(context, echo);
  const stage = new Stage();
  const sent = stage.say('early');
  await until(() => stage.state.phase === 'waiting' && stage.state.slow);
  assert.deepEqual(stage.shown, ['unsent: early']);
  assert.equal(stage.session.unsentText, 'early');
  stage.session.connect(new ChatClient({ url: server.url, locale: 'en', fetch: globalThis.fetch }));
  await sent;
  assert.deepEqual(stage.shown, ['user: early', 'agent: You said: early']);
  assert.equal(stage.state.slow, false);
});

test('only the wait for the first event is a slow one', async (context) => {
  const stage = await stageWith(context, (request, reply) => take(request, reply));
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const sent = stage.say('question');
  await until(() => stage.state.phase === 'streaming');
  context.mock.timers.tick(1_000);
  assert.equal(stage.state.slow, false);
  await stage.session.stop();
  await sent;
});

test('one thing at a time: what comes too early is refused and loses nothing', async (context) => {
  const stage = await stageWith(context, echo);
  const first = stage.say('one');
  for (const second of [stage.say('two'), stage.session.open(null), stage.session.refresh(), stage.session.act({}, 'x')]) {
    await assert.rejects(second, (error) => error instanceof ChatError && error.code === 'busy');
  }
  await first;
  assert.deepEqual(stage.shown, ['user: one', 'agent: You said: one']);
});

test('a message that was not taken goes back to the person', async (context) => {
  const stage = await stageWith(context, (_, reply) => reply.json({ error: { message: 'Stopped.' } }, 503));
  await stage.say('precious');
  assert.deepEqual(stage.returned, ['precious']);
  assert.deepEqual(stage.shown, []);
  assert.equal(stage.state.failure?.retry, 'send');
  assert.equal(stage.state.failure?.error.sentence, 'Stopped.');
  assert.equal(stage.session.busy, false);
});

test('so does a message that the server refuses inside its stream', async (context) => {
  const stage = await stageWith(context, (_, reply) => {
    reply.events(wire.failed('No such thread.', false));
    reply.end();
  });
  await stage.say('precious');
  assert.deepEqual(stage.returned, ['precious']);
  assert.equal(stage.state.failure?.retry, 'send');
});

test('a stream that ends well without ever taking the message gives it back', async (context) => {
  const stage = await stageWith(context, (request, reply) => {
    if (request.type === 'threads.create') reply.events(wire.created());
    else reply.events();
    reply.end();
  });
  for (const text of ['precious', 'more precious']) {
    await stage.say(text);
    assert.equal(stage.returned.at(-1), text);
    assert.deepEqual(stage.shown, []);
    assert.equal(stage.state.failure?.error.name, 'StreamError');
    assert.equal(stage.state.failure?.error.code, 'unreadable');
    assert.equal(stage.state.failure?.retry, 'send');
    assert.equal(stage.session.busy, false);
  }
});

test('a blank message is none', async (context) => {
  const stage = await stageWith(context, echo);
  await stage.say('');
  await stage.say(' \n ');
  assert.deepEqual(stage.shown, []);
  assert.deepEqual(stage.types, []);
});

test('an answer that broke off is tried again from the question', async (context) => {
  let broken = true;
  const stage = await stageWith(context, async (request, reply) => {
    take(request, reply);
    if (!broken) return answer(reply, 'whole');
    broken = false;
    reply.events(wire.added(wire.assistantMessage('half', 'Half an')));
    await until(() => stage.shown.length === 2);
    reply.cut();
  });
  await stage.say('question');
  assert.deepEqual(stage.shown, ['user: question', 'agent: Half an']);
  assert.deepEqual(stage.returned, []);
  assert.equal(stage.state.failure?.retry, 'ask');
  await stage.session.retry();
  assert.deepEqual(stage.types, ['threads.create', 'threads.retry_after_item']);
  assert.match(stage.server?.requests[1]?.params['item_id'], /^u/);
  assert.deepEqual(stage.shown, ['user: question', 'agent: whole']);
  assert.equal(stage.state.failure, null);
});

test('an error that the server calls final offers no retry', async (context) => {
  const stage = await stageWith(context, (request, reply) => {
    take(request, reply);
    reply.events(wire.failed('Your plan has ended.', false));
    reply.end();
  });
  await stage.say('question');
  assert.equal(stage.state.failure?.error.sentence, 'Your plan has ended.');
  assert.equal(stage.state.failure?.retry, 'none');
  await stage.session.retry();
  assert.deepEqual(stage.types, ['threads.create']);
  assert.deepEqual(stage.names().filter((name) => name === 'error'), ['error']);
});

test('stop keeps what has arrived', async (context) => {
  let hungUp: Promise<void> | undefined;
  const stage = await stageWith(context, (request, reply) => {
    take(request, reply);
    reply.events(wire.added(wire.assistantMessage('a', 'So far')), wire.progress('Thinking'));
    hungUp = reply.closed();
  });
  const sent = stage.say('question');
  await until(() => stage.state.conversation.progress !== null);
  await stage.session.stop();
  await Promise.all([sent, hungUp]);
  assert.deepEqual(stage.shown, ['user: question', 'agent: So far']);
  assert.equal(stage.state.conversation.progress, null);
  assert.equal(stage.state.failure, null);
  assert.equal(stage.session.busy, false);
});

test('stop before the server took the message gives it back', async (context) => {
  const stage = await stageWith(context, () => undefined);
  const sent = stage.say('waiting');
  await until(() => stage.types.length === 1);
  await stage.session.stop();
  await sent;
  assert.deepEqual(stage.returned, ['waiting']);
  assert.equal(stage.state.failure, null);
});

test('stop before there is a server at all gives it back too', async () => {
  const stage = new Stage();
  const sent = stage.say('waiting');
  await until(() => stage.state.phase === 'waiting');
  await stage.session.stop();
  await sent;
  assert.deepEqual(stage.returned, ['waiting']);
});

test('a client tool runs after the stream and its result goes back, round after round', async (context) => {
  const results: unknown[] = [];
  const stage = await stageWith(context, (request, reply) => {
    take(request, reply);
    if (request.type === 'threads.add_client_tool_output') results.push(request.params['result']);
    if (results.length === 2) return answer(reply, 'Both done.');
    reply.events(wire.done(wire.toolCall(`c${results.length}`, 'count', { n: results.length })));
    reply.end();
  });
  stage.session.onClientTool = ({ name, params }) => {
    assert.equal(stage.state.phase, 'tool');
    return Promise.resolve({ name, was: params['n'] });
  };
  await stage.say('go');
  assert.deepEqual(results, [
    { name: 'count', was: 0 },
    { name: 'count', was: 1 },
  ]);
  assert.deepEqual(stage.shown, ['user: go', 'tool: count completed', 'tool: count completed', 'agent: Both done.']);
  assert.equal(stage.server?.requests[1]?.params['thread_id'], 'thr_1');
});

async function resultOfTool(context: TestContext, handler: ChatSession['onClientTool']): Promise<unknown> {
  let result: unknown;
  const stage = await stageWith(context, (request, reply) => {
    take(request, reply);
    if (request.type === 'threads.add_client_tool_output') {
      result = request.params['result'];
      return answer(reply, 'I see.');
    }
    reply.events(wire.done(wire.toolCall('c', 'pick_files')));
    reply.end();
  });
  stage.session.onClientTool = handler;
  await stage.say('go');
  assert.equal(stage.state.failure, null);
  return result;
}

test('a tool that fails tells the agent why', async (context) => {
  const refusal = { code: 'permission_denied', message: 'The person did not allow this.', hint: '', retryable: false };
  const result = await resultOfTool(context, () => Promise.reject(refusal));
  assert.deepEqual(result, { success: false, error: refusal });
});

test('a tool that throws something odd, or is missing, is a failure as well', async (context) => {
  for (const thrown of ['text', null, new Error('boom')]) {
    const result = (await resultOfTool(context, () => {
      throw thrown;
    })) as { success: boolean; error: { code: string } };
    assert.equal(result.success, false);
    assert.equal(result.error.code, 'tool_failed');
  }
  const missing = (await resultOfTool(context, null)) as { error: { code: string } };
  assert.equal(missing.error.code, 'unknown_tool');
});

test('a tool that returns nothing returns an empty object', async (context) => {
  assert.deepEqual(await resultOfTool(context, () => Promise.resolve(undefined as never)), {});
});

test('an agent that calls tools without end is stopped', async (context) => {
  const stage = await stageWith(context, (request, reply) => {
    take(request, reply);
    reply.events(wire.done(wire.toolCall(`c${(ids += 1)}`, 'again')));
    reply.end();
  });
  stage.session.onClientTool = () => ({});
  await stage.say('go');
  assert.equal(stage.state.failure?.error.code, 'rounds');
  assert.equal(stage.state.failure?.retry, 'none');
  assert.equal(stage.types.length, 26);
});

test('a result that could not be handed over is sent again, the tool is not run again', async (context) => {
  let refuse = true;
  let runs = 0;
  const stage = await stageWith(context, (request, reply) => {
    if (request.type === 'threads.add_client_tool_output') {
      if (!refuse) return answer(reply, 'Thanks.');
      refuse = false;
      return reply.json({}, 500);
    }
    take(request, reply);
    reply.events(wire.done(wire.toolCall('c', 'pick_files')));
    reply.end();
  });
  stage.session.onClientTool = () => ({ run: (runs += 1) });
  await stage.say('go');
  assert.equal(stage.state.failure?.retry, 'ask');
  await stage.session.retry();
  assert.deepEqual(stage.types.slice(1), ['threads.add_client_tool_output', 'threads.add_client_tool_output']);
  assert.equal(runs, 1);
  assert.equal(stage.shown.at(-1), 'agent: Thanks.');
});

test('stop while a tool waits for the person leaves it alone', async (context) => {
  const stage = await stageWith(context, (request, reply) => {
    take(request, reply);
    reply.events(wire.done(wire.toolCall('c', 'pick_files')));
    reply.end();
  });
  stage.session.onClientTool = () => new Promise(() => undefined);
  const sent = stage.say('go');
  await until(() => stage.state.phase === 'tool');
  await stage.session.stop();
  await sent;
  assert.deepEqual(stage.types, ['threads.create']);
  assert.deepEqual(stage.shown, ['user: go', 'tool: pick_files pending']);
});

function longThread(pages: number): Script {
  let page = pages;
  return (request, reply) => {
    if (request.type === 'threads.get_by_id') {
      return reply.json(wire.thread('thr_9', 'A long one', [wire.userMessage('first', 'x')], 'first'));
    }
    assert.equal(request.params['order'], 'desc');
    page -= 1;
    const items = [wire.assistantMessage(`a${page}`, `answer ${page}`), wire.userMessage(`q${page}`, `question ${page}`)];
    return reply.json({ data: items, has_more: page > 0, after: `q${page}` });
  };
}

test('a long thread opens at its end and reads earlier pages when asked', async (context) => {
  const stage = await stageWith(context, longThread(2));
  await stage.session.open('thr_9');
  assert.equal(stage.state.conversation.title, 'A long one');
  assert.deepEqual(stage.shown, ['user: question 1', 'agent: answer 1']);
  await Promise.all([stage.session.loadEarlier(), stage.session.loadEarlier()]);
  assert.deepEqual(stage.shown, ['user: question 0', 'agent: answer 0', 'user: question 1', 'agent: answer 1']);
  assert.equal(stage.server?.requests[2]?.params['after'], 'q1');
  await stage.session.loadEarlier();
  assert.deepEqual(stage.types, ['threads.get_by_id', 'items.list', 'items.list']);
  assert.deepEqual(stage.names(), ['thread.change', 'thread.load.start', 'thread.load.end']);
});

test('a short thread needs one request, and a tool call left in it is not run again', async (context) => {
  const items = [wire.userMessage('u', 'open'), wire.toolCall('c', 'pick_files')];
  const stage = await stageWith(context, (_, reply) => reply.json(wire.thread('thr_9', null, items)));
  stage.session.onClientTool = () => assert.fail('ran');
  await stage.session.open('thr_9');
  assert.deepEqual(stage.types, ['threads.get_by_id']);
  assert.deepEqual(stage.shown, ['user: open', 'tool: pick_files pending']);
});

test('a thread that is gone leaves a new conversation and says so', async (context) => {
  const stage = await stageWith(context, (_, reply) => reply.json({ error: { message: '' } }, 404));
  await stage.session.open('thr_9');
  assert.equal(stage.state.conversation.threadId, null);
  assert.equal(stage.state.failure?.error.code, 'missing');
  assert.equal(stage.state.failure?.retry, 'none');
  assert.deepEqual(stage.events.filter(([name]) => name === 'chatkit.thread.change').at(-1)?.[1], { threadId: null });
});

test('a thread that could not be read is read again on retry', async (context) => {
  let refuse = true;
  const stage = await stageWith(context, (_, reply) => {
    if (!refuse) return reply.json(wire.thread('thr_9', 'Back'));
    refuse = false;
    return reply.json({}, 500);
  });
  await stage.session.open('thr_9');
  assert.equal(stage.state.failure?.retry, 'ask');
  await stage.session.retry();
  assert.equal(stage.state.conversation.title, 'Back');
  assert.equal(stage.state.failure, null);
});

test('a message written while a thread opens goes into that thread', async (context) => {
  const stage = await stageWith(context, (request, reply) => {
    if (request.type !== 'threads.get_by_id') return echo(request, reply);
    return reply.json(wire.thread('thr_9', null, [wire.userMessage('u', 'before')]));
  });
  const opened = stage.session.open('thr_9');
  assert.equal(stage.state.phase, 'loading');
  const sent = stage.say('at once');
  assert.deepEqual(stage.shown, ['unsent: at once']);
  await Promise.all([opened, sent]);
  assert.equal(stage.server?.requests[1]?.params['thread_id'], 'thr_9');
  assert.deepEqual(stage.shown, ['user: before', 'user: at once', 'agent: You said: at once']);
});

test('if that thread cannot be opened, the message goes back', async (context) => {
  const stage = await stageWith(context, (_, reply) => reply.json({}, 500));
  const opened = stage.session.open('thr_9');
  const sent = stage.say('at once');
  await Promise.all([opened, sent]);
  assert.deepEqual(stage.returned, ['at once']);
  assert.deepEqual(stage.types, ['threads.get_by_id']);
});

test('another thread can be opened as soon as the answer is stopped', async (context) => {
  const stage = await stageWith(context, (request, reply) => {
    if (request.type === 'threads.get_by_id') return reply.json(wire.thread('thr_9', 'Other'));
    take(request, reply);
    reply.events(wire.added(wire.assistantMessage('a', 'So far')));
  });
  const sent = stage.say('question');
  await until(() => stage.shown.length === 2);
  await stage.session.stop();
  await stage.session.open('thr_9');
  await sent;
  assert.equal(stage.state.conversation.title, 'Other');
  assert.deepEqual(stage.shown, []);
});

test('of several threads wanted while an answer comes, the last one is shown', async (context) => {
  const stage = await stageWith(context, (request, reply) => {
    const wanted = request.params['thread_id'];
    if (request.type === 'threads.get_by_id') return reply.json(wire.thread(wanted, `Title of ${wanted}`));
    take(request, reply);
    reply.events(wire.added(wire.assistantMessage('a', 'So far')));
  });
  const sent = stage.say('question');
  await until(() => stage.shown.length === 2);
  await Promise.all([stage.session.show('thr_7'), stage.session.show('thr_8'), stage.session.show('thr_9'), sent]);
  assert.equal(stage.state.conversation.title, 'Title of thr_9');
  assert.deepEqual(stage.types.slice(1), ['threads.get_by_id']);
  const opening = stage.session.show('thr_7');
  await until(() => stage.state.phase === 'loading');
  await Promise.all([opening, stage.session.show('thr_8')]);
  assert.equal(stage.state.conversation.title, 'Title of thr_8');
  assert.equal(stage.state.failure, null);
});

test('a refresh replaces the items without hiding them', async (context) => {
  let text = 'one';
  const stage = await stageWith(context, (_, reply) =>
    reply.json(wire.thread('thr_9', null, [wire.assistantMessage('a', text)])),
  );
  await stage.session.refresh();
  await stage.session.open('thr_9');
  text = 'two';
  const refreshed = stage.session.refresh();
  assert.deepEqual(stage.shown, ['agent: one']);
  await refreshed;
  assert.deepEqual(stage.shown, ['agent: two']);
});

test('effects are passed on, actions go to the thread', async (context) => {
  const stage = await stageWith(context, (request, reply) => {
    take(request, reply);
    reply.events({ type: 'client_effect', name: 'shine', data: { much: true } });
    answer(reply, 'x');
  });
  await assert.rejects(stage.session.act({ type: 'buy' }, 'item'));
  await stage.say('go');
  await stage.session.act({ type: 'buy' }, 'item');
  assert.deepEqual(stage.server?.requests[1]?.params, { thread_id: 'thr_1', item_id: 'item', action: { type: 'buy' } });
  assert.deepEqual(stage.events.find(([name]) => name === 'chatkit.effect')?.[1], { name: 'shine', data: { much: true } });
});
