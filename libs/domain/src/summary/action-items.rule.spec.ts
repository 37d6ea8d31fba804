import type { IdentifiedItem, MarkedItem } from '#contracts/model';
import { listActionItems } from './action-items.rule.ts';

const item = (id: string, text: string, turnId = 't1'): IdentifiedItem => ({
  ...{ id, text, who: 'Ada', when: null, certainty: 'certain', turnIds: [turnId] },
});
const marked = (of: IdentifiedItem, mark: MarkedItem['mark']): MarkedItem => ({ ...of, mark });
const listed = (items: readonly IdentifiedItem[], marks: readonly MarkedItem[]) =>
  listActionItems(items, marks).map(({ id, text, state }) => [id, text, state]);

describe('action items with what people have decided', () => {
  const book = item('a', 'Book the hall by Friday.');

  it('are open as long as nobody has decided', () => {
    expect(listed([book], [])).toEqual([['a', 'Book the hall by Friday.', 'open']]);
  });

  it('are done or gone in every later summary', () => {
    expect(listed([book], [marked(book, 'done')])).toEqual([['a', book.text, 'done']]);
    expect(listed([book], [marked(book, 'removed')])).toEqual([]);
  });

  it('are the same in other words, of the same turn', () => {
    const again = item('b', 'Book the town hall by Friday.');
    expect(listed([again], [marked(book, 'removed')])).toEqual([]);
    expect(listed([again], [marked(book, 'done')])).toEqual([['a', again.text, 'done']]);
    const elsewhere = item('c', 'Book the town hall by Friday.', 't2');
    expect(listed([elsewhere], [marked(book, 'removed')])).toHaveLength(1);
    const other = item('d', 'Call the caterer.');
    expect(listed([other], [marked(book, 'removed')])).toHaveLength(1);
  });

  it('stay listed when they are done and no later summary finds them', () => {
    expect(listed([], [marked(book, 'done')])).toEqual([['a', book.text, 'done']]);
    expect(listed([], [marked(book, 'removed')])).toEqual([]);
  });

  it('use each mark once, and that of the very item first', () => {
    const twins = [item('a', 'Book the hall.'), item('b', 'Book the hall twice.')];
    expect(listed(twins, [marked(twins[1]!, 'removed')])).toEqual([
      ['a', 'Book the hall.', 'open'],
    ]);
  });
});
