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
      'We moved to the next item on the agenda.',
      'Nobody died in the fire.',
      'The battery died again.',
      'I almost died laughing.',
      'In the movie she died at the end.',
      'If I got married, it would be in spring.',
      'He is not getting divorced.',
      'What would you do if you won the lottery?',
      'They moved to production on Monday.',
    ],
  ],
  [
    2,
    [
      'I love hiking in the mountains.',
      "I'll send you the draft by Friday.",
      'We decided to use Postgres.',
      'My brother is a teacher.',
      "I'm really worried about tomorrow.",
      'Tom prefers tea over coffee.',
      'She plans to visit Japan next year.',
      'The deadline for the grant is in May.',
      "I'm allergic to peanuts.",
      'I feel so lonely these days.',
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

  it('states the sign in one sentence, without quoting the memory', () => {
    const { reason } = scored('My father passed away last night.');
    expect(reason).toBe('Pivotal: it tells of a death or a loss.');
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
