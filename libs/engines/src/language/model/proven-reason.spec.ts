import { provenReason } from './proven-reason.ts';

const MEMORY = {
  narrative: "Ada: On 4 May I moved to Porto, to Nora's flat.",
  priorDialogue: [{ speaker: 'Kaito', text: 'When did you leave Lisbon?' }],
};
const UNPROVEN = 'Notable, as the model judged; its reason could not be traced to the text.';

describe('the reason of a model', () => {
  it.each([
    'It tells of a move.',
    'She moved to Porto, where Nora lives.',
    "Ada's answer to Kaito says that she left Lisbon on 4 May.",
    'A move changes a life. I think that it matters.',
    '  It tells of a move.  ',
  ])('is kept when the memory or the dialogue before it bears it out: %s', (reason) => {
    expect(provenReason(reason, 2, MEMORY)).toBe(reason.trim());
  });

  it.each([
    ['a name', 'She moved to Madrid.'],
    ['a date', 'She moved on 5 May.'],
    ['a month', 'She moved in June.'],
    ['a number', 'She moved 3 times.'],
    ['a tag', '<reason>She moved.</reason>'],
    ['nothing', 'narrative'],
    ['another matter', 'It is about money, as everything is.'],
    ['a paragraph', 'It is a move. '.repeat(30)],
  ])('is replaced by the level when it has %s that nobody said', (_what, reason) => {
    expect(provenReason(reason, 2, MEMORY)).toBe(UNPROVEN);
  });
});
