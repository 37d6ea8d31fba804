import { describe, expect, it } from '@jest/globals';
import { PIN_CAP, pinsToEvict, type Pinned } from './pin.rule.ts';

const auto = (memoryId: string, second = 0, significanceValue: number | null = null): Pinned => ({
  ...{ memoryId, createdAt: new Date(second * 1000), significanceValue },
  autoPinned: true,
});
const manual = (memoryId: string): Pinned => ({ ...auto(memoryId), autoPinned: false });
const many = (count: number, make: (id: string, second: number) => Pinned) =>
  Array.from({ length: count }, (_, index) => make(`mem_${index}`, index));

describe('adding a pin', () => {
  it.each([0, 1, PIN_CAP - 1])('evicts nothing when there are %i', (count) => {
    expect(pinsToEvict(many(count, auto))).toEqual([]);
  });

  it('evicts the oldest auto-pin when the cap is reached', () => {
    const present = [...many(PIN_CAP, auto)].reverse();
    expect(pinsToEvict(present)).toEqual(['mem_0']);
  });

  it('orders by id when two were created at the same time', () => {
    const present = ['h', 'b', 'c', 'd', 'e', 'f', 'g', 'a'].map((id) => auto(id));
    expect(pinsToEvict(present)).toEqual(['a']);
  });

  it('orders by what matters least, before the id, when some were created at the same time', () => {
    const values = [4, 3.5, 2.25, 3, null, 2.5, 2.75, 3.25];
    const present = values.map((value, index) => auto(`mem_${index}`, 1, value));
    expect(pinsToEvict(present)).toEqual(['mem_4']);
    expect(pinsToEvict([...present, auto('other', 1, 2)])).toEqual(['mem_4', 'other']);
    expect(pinsToEvict([...present.slice(1), auto('earlier', 0, 9)])).toEqual(['earlier']);
  });

  it('never evicts a manual pin, however old', () => {
    const present = [manual('first'), ...many(PIN_CAP - 1, (id, second) => auto(id, second + 1))];
    expect(pinsToEvict(present)).toEqual(['mem_0']);
  });

  it('counts manual pins towards the cap', () => {
    expect(pinsToEvict([...many(PIN_CAP - 1, manual), auto('only', 9)])).toEqual(['only']);
  });

  it('exceeds the cap when there is nothing to evict', () => {
    expect(pinsToEvict(many(PIN_CAP, manual))).toEqual([]);
    expect(pinsToEvict(many(PIN_CAP + 5, manual))).toEqual([]);
  });

  it('evicts auto-pins until the cap holds or none is left', () => {
    const manuals = Array.from({ length: PIN_CAP }, (_, index) => manual(`man_${index}`));
    expect(pinsToEvict([...manuals, auto('older', 1), auto('newer', 2)])).toEqual([
      'older',
      'newer',
    ]);
    expect(pinsToEvict(many(PIN_CAP + 2, auto))).toEqual(['mem_0', 'mem_1', 'mem_2']);
  });

  it('does not change its input', () => {
    const present = [...many(PIN_CAP, auto)].reverse();
    const before = [...present];
    pinsToEvict(present);
    expect(present).toEqual(before);
  });
});
