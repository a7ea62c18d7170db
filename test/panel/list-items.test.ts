import { expect, test } from 'vitest';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { groupsOf } from '../../src/panel/model/groups.ts';
import { type Folding, holds, type ListItem, levelOf, listItems } from '../../src/panel/model/list-items.ts';
import { treeMove } from '../../src/panel/model/tree-keys.ts';
import { PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { judge } from '../explain/judge.ts';

const ALLOWED: HeaderList = [['Access-Control-Allow-Origin', PAGE]];

/** Two causes; three of the first one's four calls are equal. */
const GROUPS = groupsOf(
  ['x-a /chat', 'x-b /chat', 'x-a /chat', 'x-a /other', 'x-a /chat'].map((what, index) => {
    const [headerNames = '', path = ''] = what.split(' ');
    const preflight = samplePreflight({ headerNames }, { headerList: ALLOWED });
    const url = `http://127.0.0.1:8080${path}`;
    return judge(sampleExchange({ url, preflight }, { id: `${index + 1}`, startedAt: index }));
  }),
);

function items({ closed = [], open = [] }: { closed?: readonly number[]; open?: readonly number[] } = {}) {
  const folding: Folding = {
    closedGroups: new Set(closed.map((index) => GROUPS[index]?.key ?? '')),
    openCalls: new Set(open.map((index) => GROUPS[0]?.calls[index]?.key ?? '')),
  };
  return listItems(GROUPS, folding);
}

/** Each item in short: its level, what it shows, its place among its siblings, and whether it is unfolded. */
function inShort(list: readonly ListItem[]): readonly string[] {
  return list.map((item) => {
    const what = item.type === 'group' ? `group of ${item.group.requests}` : item.row.exchange.id;
    const folded = item.expanded === null ? '' : item.expanded ? ' open' : ' folded';
    return `${levelOf(item)}: ${what}, ${item.position} of ${item.setSize}${folded}`;
  });
}

test('groups are open, and the latest of equal calls stands for them', () => {
  expect(inShort(items())).toEqual([
    '1: group of 4, 1 of 2 open',
    '2: 5, 1 of 2 folded',
    '2: 4, 2 of 2',
    '1: group of 1, 2 of 2 open',
    '2: 2, 1 of 1',
  ]);
});

test('unfolded, the earlier ones follow it, the latest first', () => {
  expect(inShort(items({ open: [0] })).slice(1, 5)).toEqual([
    '2: 5, 1 of 2 open',
    '3: 3, 1 of 2',
    '3: 1, 2 of 2',
    '2: 4, 2 of 2',
  ]);
});

test('listItems leaves only the head of a closed group', () => {
  expect(inShort(items({ closed: [0] }))).toEqual([
    '1: group of 4, 1 of 2 folded',
    '1: group of 1, 2 of 2 open',
    '2: 2, 1 of 1',
  ]);
});

test('each item has an id of its own, which a repeated call does not change', () => {
  const all = items({ open: [0] }).map(({ id }) => id);
  expect(new Set(all).size).toBe(all.length);
  expect(all.slice(0, 2)).toEqual(['group-1', 'call-1']);
});

test.each([
  ['folded, in its call', {}, 1],
  ['unfolded, by itself', { open: [0] }, 3],
  ['in a closed group, in its head', { closed: [0] }, 0],
])('an earlier call is found: %s', (_where, folding, index) => {
  const list = items(folding);
  expect(list.map((item) => holds(item, '1')).indexOf(true)).toBe(index);
  expect(list.filter((item) => holds(item, '1'))).toHaveLength(1);
});

const OPEN = { open: [0] };

test.each<
  readonly [what: string, folding: Parameters<typeof items>[0], from: number, key: string, to: unknown]
>([
  ['down', {}, 0, 'ArrowDown', 1],
  ['down from the last stays', {}, 4, 'ArrowDown', 4],
  ['up', {}, 3, 'ArrowUp', 2],
  ['up from the first stays', {}, 0, 'ArrowUp', 0],
  ['a page down', {}, 1, 'PageDown', 4],
  ['a page up', {}, 4, 'PageUp', 1],
  ['to the first', {}, 3, 'Home', 0],
  ['to the last', {}, 1, 'End', 4],
  ['right opens a closed group', { closed: [0] }, 0, 'ArrowRight', 'open'],
  ['right goes into an open one', {}, 0, 'ArrowRight', 1],
  ['right unfolds equal calls', {}, 1, 'ArrowRight', 'open'],
  ['right goes on to the earlier ones', OPEN, 1, 'ArrowRight', 2],
  ['right does nothing on a single call', {}, 2, 'ArrowRight', null],
  ['left folds equal calls', OPEN, 1, 'ArrowLeft', 'fold'],
  ['left leads from an earlier one to its latest', OPEN, 3, 'ArrowLeft', 1],
  ['left leads from a call to its group', {}, 2, 'ArrowLeft', 0],
  ['left closes a group', {}, 0, 'ArrowLeft', 'fold'],
  ['left does nothing on a closed one', { closed: [0] }, 0, 'ArrowLeft', null],
  ['any other key is none of ours', {}, 0, 'a', null],
  ['nor is any where nothing is active', {}, -1, 'ArrowDown', null],
])('%s', (_what, folding, from, key, to) => {
  const move = treeMove(key, items(folding), from, 3);
  const outcome = move?.type === 'fold' ? (move.expanded ? 'open' : 'fold') : (move?.to ?? null);
  expect(outcome).toBe(to);
});
