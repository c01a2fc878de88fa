import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ComposerDraft } from '../view/composer_draft.ts';

const TOOLS = [
  { id: 'search', label: 'Search', icon: 'globe' },
  { id: 'draw', label: 'Draw', icon: 'images', persistent: true },
];
const MODELS = [
  { id: 'small', label: 'Small' },
  { id: 'large', label: 'Large', default: true },
  { id: 'huge', label: 'Huge', disabled: true },
];

function tag(id: string, text: string) {
  return { type: 'input_tag' as const, id, text, data: {}, interactive: false };
}

test('plain text is one part, and nothing is chosen that was not offered', () => {
  const draft = new ComposerDraft();
  draft.text = '  hello\n';
  assert.deepEqual(draft.message, { content: [{ type: 'input_text', text: 'hello' }] });
});

test('a word that stands for an entity is sent as a tag; once it is changed it is text', () => {
  const draft = new ComposerDraft();
  const ada = draft.addTag({ id: 'u1', title: 'Ada' });
  const adaLovelace = draft.addTag({ id: 'u2', title: 'Ada Lovelace', group: 'People', interactive: true });
  assert.deepEqual([ada, adaLovelace], ['@Ada', '@Ada Lovelace']);
  draft.text = 'ask @Ada Lovelace, @Ada and @Adam';
  assert.deepEqual(draft.message.content, [
    { type: 'input_text', text: 'ask ' },
    { ...tag('u2', 'Ada Lovelace'), group: 'People', interactive: true },
    { type: 'input_text', text: ', ' },
    tag('u1', 'Ada'),
    { type: 'input_text', text: ' and @Adam' },
  ]);
});

test('a tag is found whatever its name is made of', () => {
  const draft = new ComposerDraft();
  draft.text = draft.addTag({ id: 'u1', title: 'C++ (old) [a|b] $1 \\d ^x' });
  assert.deepEqual(draft.message.content, [tag('u1', 'C++ (old) [a|b] $1 \\d ^x')]);
});

test('a message that was not taken comes back as it was written, before what was written since', () => {
  const draft = new ComposerDraft();
  draft.setOption({ tools: TOOLS, models: MODELS });
  draft.setContent([{ type: 'input_text', text: 'ask ' }, tag('u1', 'Ada')]);
  draft.reply = 'as she said';
  draft.toolId = 'search';
  const { message } = draft;
  draft.clear();
  assert.deepEqual([draft.text, draft.reply, draft.toolId], ['', null, null]);
  draft.text = 'more';
  draft.putBackMessage(message);
  assert.deepEqual([draft.text, draft.reply, draft.toolId], ['ask @Ada\n\nmore', 'as she said', 'search']);
  assert.deepEqual(draft.message.content[1], tag('u1', 'Ada'));
});

test('a tool is for one message unless it stays, and for none when it is not offered any more', () => {
  const draft = new ComposerDraft();
  draft.setOption({ tools: TOOLS });
  draft.text = 'x';
  for (const [id, after] of [
    ['search', null],
    ['draw', 'draw'],
  ] as const) {
    draft.toolId = id;
    assert.equal(draft.message.toolId, id);
    draft.clear();
    assert.equal(draft.toolId, after);
  }
  draft.setOption({});
  assert.equal(draft.toolId, null);
});

test('the model is the chosen one, else the default, else the first that can be used', () => {
  const draft = new ComposerDraft();
  assert.equal(draft.message.model, undefined);
  draft.setOption({ models: MODELS });
  assert.equal(draft.message.model, 'large');
  draft.chooseModel('small');
  assert.equal(draft.message.model, 'small');
  draft.chooseModel('huge');
  assert.equal(draft.message.model, 'large');
  draft.setOption({ models: [{ id: 'a', label: 'A', disabled: true }, { id: 'b', label: 'B' }] });
  assert.equal(draft.message.model, 'b');
});
