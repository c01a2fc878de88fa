import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { ChatClient } from '../core/client.ts';
import type { ClientToolHandler } from '../core/client_tools.ts';
import { ChatError } from '../core/errors.ts';
import { textMessage } from '../core/requests.ts';
import { startServer } from './support/server.ts';
import { Stage, answer, echo, nextId, stageWith, take } from './support/stage.ts';
import { until } from './support/until.ts';
import * as wire from './support/wire_samples.ts';

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

test('point 7: a message that was not taken goes back to the person', async (context) => {
  const stage = await stageWith(context, (_, reply) => reply.json({ error: { message: 'Stopped.' } }, 503));
  await stage.say('precious');
  assert.deepEqual(stage.returned, ['precious']);
  assert.deepEqual(stage.shown, []);
  assert.equal(stage.state.failure?.retry, 'send');
  assert.equal(stage.state.failure?.error.sentence, 'Stopped.');
  assert.equal(stage.session.busy, false);
});

test('point 7: so does a message that the server refuses inside its stream', async (context) => {
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

test('a message comes back with everything that was said with it', async (context) => {
  const stage = await stageWith(context, (_, reply) => reply.json({}, 500));
  const messages = [
    { ...textMessage('precious'), reply: 'before', toolId: 'search', model: 'large' },
    { ...textMessage(''), attachments: [{ id: 'file', name: 'a.txt', mimeType: 'text/plain', previewUrl: null }] },
  ];
  for (const message of messages) await stage.session.send(message);
  assert.deepEqual(stage.messages, messages);
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

test('point 6: stop keeps what has arrived', async (context) => {
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

test('point 5: a client tool runs after the stream and its result goes back, round after round', async (context) => {
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

async function resultOfTool(context: TestContext, handler: ClientToolHandler | null): Promise<unknown> {
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
    reply.events(wire.done(wire.toolCall(`c${nextId()}`, 'again')));
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
