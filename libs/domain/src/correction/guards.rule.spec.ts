import { guardCorrection } from './guards.rule.ts';

const glossary = ['Afterword', 'Temporal', 'Kaito', 'PostgreSQL', 'Nguyễn', 'Яндекс'];
const judge = (raw: string, corrected: string) => {
  const verdict = guardCorrection({ raw, corrected, glossary });
  return verdict.kind === 'kept' ? 'kept' : verdict.reason;
};

describe('guardCorrection accepts', () => {
  it.each([
    ['unchanged text', 'we go now', 'we go now'],
    ['two empty texts', '', ' '],
    ['casing and punctuation', 'so we meet on monday i think', 'So, we meet on Monday, I think.'],
    [
      'a stutter',
      'I I I think the the plan w- we made is good',
      'I think the plan we made is good',
    ],
    ['a stuttered phrase', 'we should we should go home', 'We should go home.'],
    ['a stuttered negation', "I don't I don't know", "I don't know."],
    ['hesitation', 'um I uh think er so', 'I think so.'],
    ['a removed loop', 'thank you thank you thank you thank you thank you', 'Thank you.'],
    ['a glossary term', 'we run it on tempo roll now', 'We run it on Temporal now.'],
    ['a term that was split in two', 'after word', 'Afterword'],
    ['a name in its correct spelling', 'I asked Kyto about it', 'I asked Kaito about it.'],
    ['a term in its own script', 'we use yandex there', 'We use Яндекс there.'],
    ['a name that gets its capital', 'I saw anna and tom', 'I saw Anna and Tom.'],
    [
      'number words as digits',
      'twenty five people paid two hundred euros',
      '25 people paid 200 euros.',
    ],
    ['digits with a separator', 'it costs 1000 euros', 'It costs 1,000 euros.'],
    ['ordinals', 'on the 3rd of May', 'On the third of May.'],
    [
      'a contracted negation written out',
      'we can not and dont want to',
      "We cannot and don't want to.",
    ],
    ['spelling', 'I beleive their is a misteak hear', 'I believe there is a mistake here.'],
    ['gonna', 'gonna go', 'Going to go.'],
    ['curly apostrophes', "it isn't Tom's", 'It isn’t Tom’s.'],
    ['another language', 'ich habe das nicht gesagt', 'Ich habe das nicht gesagt.'],
    ['text without spaces', '今天我们不去学校', '今天我们不去学校。'],
  ])('%s', (_what, raw, corrected) => {
    expect(judge(raw, corrected)).toBe('kept');
  });
});

describe('guardCorrection rejects', () => {
  it.each([
    ['numbers_changed', 'it costs 15 euros', 'It costs 50 euros.'],
    ['numbers_changed', 'it costs fifteen euros', 'It costs fifty euros.'],
    ['numbers_changed', 'we have three of them', 'We have some of them.'],
    ['numbers_changed', 'we have some of them', 'We have 3 of them.'],
    ['numbers_changed', 'two cats and five dogs', 'Five cats and two dogs.'],
    ['numbers_changed', 'at 10:30 in room 4', 'At 10:20 in room 4.'],
    ['numbers_changed', 'call 5 5 5 0 1', 'Call 5 0 1.'],
    ['numbers_changed', 'it was -5 degrees', 'It was 5 degrees.'],
    ['numbers_changed', 'it grew by 3.5 percent', 'It grew by 35 percent.'],
    ['negation_changed', 'I do not want that', 'I do want that.'],
    ['negation_changed', 'I do want that', "I don't want that."],
    ['negation_changed', 'we can do that today', "We can't do that today."],
    ['negation_changed', 'we never said that to them', 'We said that to them.'],
    ['negation_changed', 'ship it without the tests', 'Ship it with the tests.'],
    [
      'negation_changed',
      'I do not want tea but I do want milk',
      'I do want tea but I do not want milk.',
    ],
    ['negation_changed', 'das ist nicht richtig', 'Das ist richtig.'],
    ['negation_changed', '今天我们不去学校', '今天我们去学校'],
    ['names_changed', 'I spoke with Anna today', 'I spoke with Hannah today.'],
    ['names_changed', 'I spoke with Anna today', 'I spoke with her today.'],
    ['names_changed', 'I spoke with her today', 'I spoke with Anna today.'],
    ['names_changed', 'then Tom paid Anna back', 'Then Anna paid Tom back.'],
    ['names_changed', 'Tom will send it', 'Tim will send it.'],
    ['names_changed', "Tom's report is late", 'The report is late.'],
    ['names_changed', 'I asked Barbara about it', 'I asked Kaito about it.'],
    ['script_changed', 'good morning to you', 'Доброе утро вам'],
    ['script_changed', 'привет как дела', 'privet kak dela'],
    ['loop_appeared', 'we go home', 'We go home we go home we go home we go home.'],
    ['length_changed', 'we talked about the plan', ''],
    ['length_changed', 'yes', 'Yes, I would love to come along.'],
    [
      'length_changed',
      'we talked about the plan and the budget and who would be there in the end',
      'We talked about the plan.',
    ],
    ['overlap_low', 'we talked about the plan in detail', 'They discussed a scheme at length.'],
    ['overlap_low', 'yes', 'maybe'],
  ])('with %s: %s → %s', (reason, raw, corrected) => {
    expect(judge(raw, corrected)).toBe(reason);
  });

  it('judges a very long turn', () => {
    const raw = Array.from({ length: 20_000 }, (_, n) => `word${n % 977} and`).join(' ');
    expect(judge(raw, `${raw}.`)).toBe('kept');
  });
});
