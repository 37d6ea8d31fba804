import type { FactDraft, Passage, SourceLine } from '#contracts/model';
import { checkDrafts } from './check-drafts.ts';
import { CONTEXT, PASSAGE, READER, RIGHT } from './reader.fixture.ts';
import { cpuMsOf } from '../../../../test/support/cpu-time.ts';
import { expectLinearTime } from '../../../../test/support/linear-time.ts';

const line = (speaker: string | null, text: string): SourceLine => ({
  speaker,
  text,
  date: '2026-11-03',
});
const draftOf = (text: string, fields: Partial<FactDraft> = {}): FactDraft => ({
  ...{ line: 0, quote: text, type: 'promise', label: '', value: null, on: null, who: null },
  ...{ status: null, category: null, certainty: 'certain', corrects: false },
  ...fields,
});
const checkIn = (passage: Passage, fields: Partial<FactDraft> = {}) =>
  checkDrafts([draftOf(passage.lines[0]?.text ?? '', fields)], passage, CONTEXT, READER);
const checked = (text: string, fields: Partial<FactDraft> = {}) =>
  checkIn({ before: [], lines: [line('Ada', text)] }, fields).found[0] ?? null;
const euros = (amount: string) => ({ kind: 'money', amount, currency: 'EUR' }) as const;

describe('who is named', () => {
  it.each([
    ['the speaker', 'I will do it.', 'ada', 'Ada'],
    ['the speaker by "I"', 'I will do it.', 'I', 'Ada'],
    ['somebody in the line', 'Marta Díaz will do it.', 'Marta Díaz', 'Marta Díaz'],
    ['somebody in a transcript without capitals', 'marta will do it', 'Marta', 'marta'],
    ['nobody', 'We will do it.', 'we', null],
    ['nobody by an empty text', 'We will do it.', ' ', null],
  ])('may be %s', (_who, text, stated, who) => {
    expect(checked(text, { who: stated })).toMatchObject({ who });
  });

  it('may be who answers the question of the line', () => {
    const lines = [line('Ada', 'Who takes the minutes?'), line('Lin', 'I do.')];
    expect(checkIn({ before: [], lines }, { who: 'Lin' }).found).toMatchObject([{ who: 'Lin' }]);
    const told = [line('Ada', 'Nobody takes the minutes.'), line('Lin', 'I do.')];
    expect(checkIn({ before: [], lines: told }, { who: 'Lin' }).found).toEqual([]);
  });

  it('may be whom a pronoun stands for', () => {
    const passage = (text: string) => ({
      before: [line('Ada', 'Has Mia sent the photos?')],
      lines: [line('Lin', text)],
    });
    expect(checkIn(passage('She has.'), { who: 'Mia' }).found).toMatchObject([{ who: 'Mia' }]);
    expect(checkIn(passage('No idea.'), { who: 'Mia' }).found).toEqual([]);
  });

  it('may be whom the line addresses: who spoke before, or answers', () => {
    const lines = [line('Ada', 'Can you send the contract?'), line('Lin', 'Yes.')];
    const passage = { before: [line('Tom Baker', 'What is next?')], lines };
    for (const who of ['Tom Baker', 'Lin']) {
      expect(checkIn(passage, { who }).found).toMatchObject([{ who }]);
    }
    expect(checkIn(passage, { who: 'Marta' }).dropped).toEqual({ who_not_in_source: 1 });
  });

  it('is not somebody near whom the line does not speak of', () => {
    const passage = { before: [line('Tom', 'Hm.')], lines: [line('Ada', 'The contract is sent.')] };
    expect(checkIn(passage, { who: 'Tom' }).dropped).toEqual({ who_not_in_source: 1 });
  });

  it('is not a word that happens to be spelled like a name', () => {
    expect(checked('She will mark it.', { who: 'Will' })).toBeNull();
    expect(checked('Marketing does it.', { who: 'Mark' })).toBeNull();
  });
});

describe('a value', () => {
  it('is left out of a type that has none', () => {
    expect(checked('I will pay 300 euros.', { value: euros('300') })).toMatchObject({
      ...{ value: null, valueAt: null },
    });
  });

  it('may be missing where it is optional, and must be right where it is given', () => {
    const goal = { type: 'goal' };
    expect(checked('We want 300 users.', goal)).toMatchObject({ value: null });
    expect(checked('We want 300 users.', { ...goal, value: euros('300') })).toBeNull();
  });

  it('may be a plain number in the currency of the money beside it', () => {
    const text = 'I pay 960 dollars, and then 2,240.';
    const dollars = { kind: 'money', amount: '2240', currency: 'USD' } as const;
    expect(checked(text, { type: 'expense', value: dollars })).toMatchObject({ value: dollars });
    const pounds = { ...dollars, currency: 'GBP' };
    expect(checked(text, { type: 'expense', value: pounds })).toBeNull();
  });

  it('may be a plain number in the currency of the project, and no other', () => {
    const expense = { type: 'expense', value: euros('12000.00') };
    expect(checked('The hall is 12,000.', expense)).toMatchObject({ value: euros('12000') });
    const dollars = { ...expense, value: { ...euros('12000'), currency: 'USD' } };
    expect(checked('The hall is 12,000.', dollars)).toBeNull();
  });

  it('is the one of the text, in the form of the text', () => {
    const value = { kind: 'quantity', quantity: '4200.0', unit: 'Users' } as const;
    expect(checked('We have 4,200 users.', { type: 'metric', value })).toMatchObject({
      value: { kind: 'quantity', quantity: '4200', unit: 'user' },
      valueAt: { start: 8, end: 19 },
    });
  });
});

describe('a status or category that does not exist', () => {
  it('is left out', () => {
    const fields = { status: 'celebrated', category: 'Yachts' };
    expect(checked('I will do it.', fields)).toMatchObject({ status: null, category: null });
  });

  it('is spelled as the plan and the agent spell it', () => {
    const category = (stated: string) => checked('I will do it.', { category: stated })?.category;
    expect([category('venue'), category(' TRAVEL ')]).toEqual(['Venue', 'Travel']);
  });
});

describe('a label', () => {
  const text = 'We paid 300 euros for the new stage cables.';
  const label = (stated: string, before: readonly SourceLine[] = []) =>
    checkIn(
      { before, lines: [line('Ada', text)] },
      { label: stated, type: 'expense', value: euros('300') },
    ).found[0]?.label;

  it('is kept when its words are said, in the line or just before it', () => {
    expect(label('the stage  cables')).toBe('the stage cables');
    expect(label('cable for the concert', [line('Tom', 'What about the concert?')])).toBe(
      'cable for the concert',
    );
  });

  it.each(['it', 'helicopter', 'cables 9,000', 'stage cables '.repeat(40)])(
    'is replaced by words of the quote when it is %j',
    (stated) => {
      const made = label(stated) ?? '';
      expect(made).toContain('stage');
      for (const word of made.split(' ')) expect(text).toContain(word);
    },
  );

  it('is the name of the type when nothing is named', () => {
    expect(label('')).toBe('Expense');
  });

  it('does not take numbers from other lines', () => {
    expect(label('cables 9', [line('Tom', 'We have 9 of them.')])).not.toContain('9');
  });

  it('is that of the type when the quote has no words', () => {
    expect(checked('300 euros', { type: 'expense', value: euros('300') })).toMatchObject({
      label: 'Expense',
    });
  });
});

describe('certainty', () => {
  it.each([
    ["I'll ring them tomorrow, and Lin, could you book the room?", "I'll ring them", 'certain'],
    ["I'll ring them tomorrow, I think.", "I'll ring them tomorrow", 'possible'],
    ["If they want, I'll ring them.", "I'll ring them", 'certain'],
    ["I think we're done, but I'll ring them.", "I'll ring them", 'certain'],
  ])('is that of the clause: %s', (text, quote, certainty) => {
    const draft = draftOf(text, { quote, status: 'open', who: 'Ada' });
    const passage = { before: [], lines: [line('Ada', text)] };
    expect(checkDrafts([draft], passage, CONTEXT, READER).found).toMatchObject([{ certainty }]);
  });

  it.each([
    ['If we hire him, it is 300 euros.'],
    ['Did we pay 300 euros?'],
    ['Maybe it was 300 euros.'],
    ['It was 300 euros, just kidding.'],
    ['We did not pay 300 euros.'],
  ])('is lowered by how it is said: %s', (text) => {
    const draft = { type: 'expense', value: euros('300') };
    expect(checked(text, draft)).toMatchObject({ certainty: 'possible' });
  });

  it.each<[string, Partial<FactDraft>]>([
    ['Can you order the chairs, Tom?', { who: 'Tom', status: 'open' }],
    ["I couldn't get the printer fixed.", { status: 'kept' }],
    ['We have not signed it.', { status: 'open' }],
    ['The delivery could be late.', { type: 'risk' }],
  ])('is that of what is asked of somebody, done or may happen: %s', (text, fields) => {
    expect(checked(text, fields)).toMatchObject({ certainty: 'certain' });
  });

  it.each<[string, Partial<FactDraft>]>([
    ['Shall we order the chairs?', {}],
    ['Maybe I will do it.', { status: 'open' }],
    ['If it rains, we move inside.', {}],
    ['I will eat my hat, haha.', { status: 'open' }],
    ['The delivery could be late, just kidding.', { type: 'risk' }],
  ])('is lowered for a statement without a value: %s', (text, fields) => {
    expect(checked(text, fields)).toMatchObject({ certainty: 'possible' });
  });

  it('is not raised, and not lowered by another sentence', () => {
    const draft = { type: 'expense', value: euros('300'), quote: 'We paid 300 euros' };
    const text = 'Did they call? We paid 300 euros. Maybe it rains.';
    expect(checked(text, draft)).toMatchObject({ certainty: 'certain' });
    expect(checked(text, { ...draft, certainty: 'possible' })).toMatchObject({
      certainty: 'possible',
    });
  });
});

describe('drafts', () => {
  it('are taken once, whatever an engine repeats', () => {
    const { found, dropped } = checkDrafts([...RIGHT, ...RIGHT], PASSAGE, CONTEXT, READER);
    expect([found.length, dropped]).toEqual([RIGHT.length, {}]);
  });

  it('may be none', () => {
    expect(checkDrafts([], PASSAGE, CONTEXT, READER)).toEqual({
      ...{ found: [], dropped: {}, leftOut: [] },
    });
  });
});

describe('the time of a check', () => {
  const check = (text: string, draft: FactDraft, count: number) => {
    const passage = { before: [], lines: [line('Ada', text)] };
    const drafts = Array.from({ length: count }, () => draft);
    return () => checkDrafts(drafts, passage, CONTEXT, READER);
  };

  it.each(['7', '7.', '(', 'a ', '“', '谁', '300 euros '])(
    'grows with the length of a line of %j',
    (part) => {
      const checkOf = (count: number) => {
        const text = part.repeat(count);
        const quote = `${part.repeat(count / 2)}x`;
        const given = { quote, type: 'expense', value: euros('300'), who: part } as const;
        return check(text, draftOf(text, given), 1);
      };
      expectLinearTime(checkOf(5_000), checkOf(10_000));
    },
  );

  it('grows with the number of drafts about a line, and reads the line once for all of them', () => {
    const text = 'We paid 300 euros for cables. '.repeat(300);
    const draft = draftOf('We paid 300 euros for cables.', {
      type: 'expense',
      value: euros('300'),
    });
    expectLinearTime(check(text, draft, 150), check(text, draft, 300));
    const one = cpuMsOf(check(text, draft, 1));
    expect(cpuMsOf(check(text, draft, 300))).toBeLessThan(30 * Math.max(one, 10));
  });
});

describe('an amount that its speaker takes back', () => {
  const text = 'The bus was not 400 but 450 euros.';
  const expense = (amount: string) => ({ type: 'expense', label: 'bus', value: euros(amount) });

  it('does not make the right one less certain', () => {
    expect(checked(text, expense('450'))).toMatchObject({ certainty: 'certain' });
    const later = 'Actually, we paid 1,250 euros for the bus, not 950.';
    expect(checked(later, expense('1250'))).toMatchObject({ certainty: 'certain' });
  });

  it('is only possible itself', () => {
    expect(checked('The bus was 400, no wait, 450 euros.', expense('400'))).toMatchObject({
      certainty: 'possible',
    });
  });
});
