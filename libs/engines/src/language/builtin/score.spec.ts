import type { SpokenText } from '#contracts/model';
import { score } from './score.ts';

const TABLE: readonly (readonly [number, readonly string[]])[] = [
  [
    0,
    [
      '',
      'okay',
      'Haha yeah',
      'Hi, how are you?',
      'Thanks, see you tomorrow!',
      'They greeted each other and talked about the weather.',
    ],
  ],
  [
    1,
    [
      'The printer is on the second floor.',
      'The bus leaves at nine.',
      'The build failed because of a missing comma.',
      'Nobody died in the fire.',
      'The battery died again.',
      'I almost died laughing.',
      'In the movie she died at the end.',
      'If I got married, it would be in spring.',
      'He is not getting divorced.',
      'I love hiking in the mountains.',
      'I feel so lonely these days.',
      'That was an adventure you will never forget!',
      'I like breaking up my studying into smaller parts.',
      'Congratulations on getting engaged, I am so happy for you!',
      'Congrats, so you got the job!',
      'Rehab can be tough, but it is key to keep it up.',
      'I will always love reading.',
      'Starting a business takes courage.',
    ],
  ],
  [
    2,
    [
      'We decided to use Postgres.',
      'She plans to visit Japan next year.',
      'My sister Nora moved her piano from the cellar last week.',
      'In 2019 we found two kittens behind the school in Porto.',
    ],
  ],
  [
    3,
    [
      'My father passed away last night.',
      'Ada told Tom that her grandmother died on Sunday.',
      "I'm pregnant!",
      'Our daughter was born this morning.',
      'She was diagnosed with breast cancer.',
      'He proposed to me and I said yes.',
      'They got engaged in Paris.',
      'In May we got married.',
      "We're getting divorced.",
      'I got fired today.',
      'I got the job!',
      'We are moving to Lisbon in June.',
      'I have to confess something, I cheated on you.',
      'She was in a terrible car accident.',
      'We won the championship!',
      'I will never forget what you did for me.',
      'That trip changed my life.',
      "I can't believe he's dead.",
      'I promise you I will always protect you.',
      "The weather wasn't nice, but she said yes and we're engaged.",
    ],
  ],
];
const CASES = TABLE.flatMap(([significance, texts]) =>
  texts.map((text): [number, string] => [significance, text]),
);
const scored = (narrative: string, ...prior: string[]) => {
  const priorDialogue: SpokenText[] = prior.map((text) => ({ speaker: 'Tom', text }));
  return score({ narrative, priorDialogue });
};

describe('score', () => {
  it.each(CASES)('%i: %s', (significance, narrative) => {
    expect(scored(narrative).significance).toBe(significance);
  });

  it('gives the two strongest reasons in words, without quoting the memory', () => {
    const because = (narrative: string, ...prior: string[]) => scored(narrative, ...prior).reason;
    expect(because('My father passed away last night.')).toBe(
      'Pivotal: it tells of a death or a loss, and it says when.',
    );
    expect(because('She plans to visit Japan next year.')).toBe(
      'Notable: it says when, and it names people, places or things.',
    );
    expect(because('Ada: With my two brothers.', 'Who went with you?')).toBe(
      'Minor: it answers a question, and it has figures.',
    );
    expect(because('Okay.')).toBe('Trivial: it only acknowledges what was said.');
  });

  it('has a number that orders what has the same significance', () => {
    const texts = [
      'And what would you like?',
      'Okay.',
      'The door is open.',
      'I opened the door.',
      'Yesterday I opened the door for Nora.',
      'Yesterday I opened the door for Nora and my brother, who had come from Porto.',
    ];
    const values = texts.map((text) => scored(text).value ?? Number.NaN);
    expect(values).toEqual(values.toSorted((one, other) => one - other));
    expect(new Set(values).size).toBe(texts.length);
  });

  it('takes the significance from the number alone', () => {
    const all = CASES.map(([, narrative]) => scored(narrative));
    const ordered = all.toSorted((one, other) => (one.value ?? 0) - (other.value ?? 0));
    const levels = ordered.map(({ significance }) => significance);
    expect(levels).toEqual(levels.toSorted());
  });

  it.each([
    ['Yes, of course I will.', 'Will you marry me?'],
    ['My father passed away last night.'],
    ['With my brother.', 'Who did you go with?'],
    ['Okay.'],
    ['Nora and I walked along the harbour yesterday.'],
  ])('does not depend on the name of the speaker: %s', (text, ...prior) => {
    const bare = scored(text, ...prior);
    for (const speaker of [
      'Ada',
      'ada',
      'Ada Lovelace',
      'Speaker 1',
      '艾达',
      'Dr. A. Byron-King',
    ]) {
      expect(scored(`${speaker}: ${text}`, ...prior)).toEqual(bare);
    }
  });

  it('counts a name that is told, and not that of a speaker who is addressed', () => {
    const [told, addressed] = ['We saw Kaito there.', 'We saw that, Tom, there.'].map((text) =>
      scored(`Ada: ${text}`, 'And then?'),
    );
    expect(told?.value).toBeGreaterThan(addressed?.value ?? Infinity);
  });

  it('is not an answer to what the same speaker has asked', () => {
    const priorDialogue = [{ speaker: 'Ada', text: 'And who was it?' }];
    const own = score({ narrative: 'Ada: My brother.', priorDialogue });
    const other = score({ narrative: 'Tom: My brother.', priorDialogue });
    expect(own.value).toBeLessThan(other.value ?? -Infinity);
  });

  it('counts what is new in the dialogue', () => {
    const text = 'The harbour has a lighthouse with green windows.';
    const [first, again] = [scored(text, 'Tell me.'), scored(text, text)];
    expect(again.value).toBeLessThan(first.value ?? -Infinity);
  });

  it('scores a passage by what matters most in it, however long it is', () => {
    const news = 'Tom: On Sunday my grandmother died.';
    const chat = 'Ada: Okay, then let us see.\nTom: Yes, sure.';
    const long = Array.from({ length: 20 }, () => chat).join('\n');
    const expected = 'Pivotal: it tells of a death or a loss, and it says when.';
    expect(scored(`${long}\n${news}\n${long}`).reason).toBe(expected);
    expect(scored(long).significance).toBeLessThan(2);
    const told = 'The room has a door and a table. There are chairs in the room too. ';
    expect(scored(told.repeat(40)).significance).toBe(1);
  });

  it('does not count the capitals of shouts and of German nouns as names', () => {
    const shouted = scored('THE PRINTER IS BROKEN AGAIN AND NOBODY KNOWS WHY');
    expect(shouted.reason).not.toContain('names');
    const german = scored('Wir haben im Keller der Schule eine Kiste mit Büchern und Bildern.');
    expect(german.reason).not.toContain('names');
    expect(scored('On y a vu Nora avec le frère de Kaito.').reason).toContain('names');
  });

  it('scores an answer by its question', () => {
    expect(scored('Yes, I will!', 'Will you marry me?').significance).toBe(3);
    expect(scored('Yes, I will!', 'Will you close the door?').significance).toBe(0);
    expect(scored('No.', 'Are you pregnant?').significance).toBe(2);
  });

  it('does not score events of a film as pivotal', () => {
    expect(scored('She died in his arms.').significance).toBe(3);
    const asked = 'How does the film end, what happens in the movie?';
    expect(scored('She died in his arms.', asked).significance).toBeLessThan(3);
  });
});
