import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptAttribute, mostBytes, refusalOf } from '../core/attachable.ts';

const MEGABYTE = 1024 ** 2;

function file(name: string, type = '', size = 1) {
  return { name, type, size };
}

test('without limits, ten files of a hundred megabytes of any kind may come', () => {
  const option = { enabled: true };
  assert.equal(refusalOf(file('a.bin', '', 100 * MEGABYTE), option, 9), null);
  assert.equal(refusalOf(file('a.bin', '', 100 * MEGABYTE + 1), option, 9), 'size');
  assert.equal(refusalOf(file('a.bin'), option, 10), 'count');
  assert.equal(acceptAttribute(option), '');
});

test('a kind is told by the type or by the ending, whatever its case', () => {
  const accept = { 'image/*': ['.png', '.jpg'], 'application/pdf': ['.pdf'] };
  const option = { enabled: true, accept };
  assert.equal(acceptAttribute(option), 'image/*,.png,.jpg,application/pdf,.pdf');
  for (const [name, type] of [['a', 'image/webp'], ['a.PNG', ''], ['a', 'application/pdf'], ['b.pdf', 'x/y']] as const) {
    assert.equal(refusalOf(file(name, type), option, 0), null, name);
  }
  for (const [name, type] of [['a', ''], ['png', ''], ['a.exe', 'application/x'], ['a.pdf.exe', '']] as const) {
    assert.equal(refusalOf(file(name, type), option, 0), 'type', name);
  }
});

test('whatever may come may have no type', () => {
  assert.equal(refusalOf(file('a'), { enabled: true, accept: { '*/*': [] } }, 0), null);
});

test('a size may depend on the type: the type itself, then its family, then what stands for all', () => {
  const maxSize = { 'image/*': 20, 'image/png': 10, '*': 5 };
  const sizes = ['image/png', 'image/gif', 'text/plain', ''].map((type) => mostBytes({ enabled: true, maxSize }, type));
  assert.deepEqual(sizes, [10, 20, 5, 5]);
  assert.equal(mostBytes({ enabled: true, maxSize: { 'image/*': 1 } }, 'text/plain'), 100 * MEGABYTE);
  assert.equal(mostBytes({ enabled: true, maxSize: 7 }, 'text/plain'), 7);
});
