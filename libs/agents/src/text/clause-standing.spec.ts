import { describe, expect, it } from '@jest/globals';
import { expectLinearTime } from '../../../../test/support/linear-time.ts';
import { standingClauses } from './clause-standing.ts';
import { hostileText } from './hostile-texts.fixture.ts';
import { sentencesOf } from './sentences.ts';

/** Of each clause of a sentence, in what ways it is not plainly stated. */
function weakIn(sentence: string): readonly string[] {
  return standingClauses(sentence).map(({ standing: { hypothetical, unsure, question } }) => {
    const names = Object.entries({ hypothetical, unsure, question });
    return names.flatMap(([name, holds]) => (holds ? [name] : [])).join(' ');
  });
}

describe('how a clause states what it says', () => {
  it.each([
    ["I'll ring the caterer, and Lena, could you book the room?", ['', 'hypothetical question']],
    ["I'll send it tonight, and then, I don't know, we rest.", ['', 'unsure']],
    ["I'm not sure about the hall, but I'll call the owner.", ['unsure', '']],
    ["It would be nice to have music, anyway I'll book the band.", ['hypothetical', '']],
    ['Ich bestelle die Stühle, und Paula, hast du den Schlüssel?', ['', 'question']],
    ["Je t'envoie la liste, et toi, tu as les clés ?", ['', 'question']],
    ["I'll print the badges, okay?", ['', '']],
  ])('is its own at the beginning and at the end: %s', (sentence, expected) => {
    const weak = weakIn(sentence);
    expect([weak[0], weak.at(-1)]).toEqual(expected);
  });

  it.each([
    ["If nobody minds, I'll book the hall.", ['hypothetical', 'hypothetical']],
    ["I'll book the hall, if they let us.", ['hypothetical', 'hypothetical']],
    ["We could hire Ben, then he'll do the design.", ['hypothetical', 'hypothetical']],
    ['I think the demo is on Monday, and the launch is on Friday.', ['unsure', 'unsure']],
    ['The launch is on Friday, I think.', ['unsure', 'unsure']],
    ['We ship on Friday and the demo is on Monday?', ['question', 'question']],
  ])('is also that of what governs it: %s', (sentence, expected) => {
    expect(weakIn(sentence)).toEqual(expected);
  });

  it.each(["if I'll ", 'could you ', ', and Lena, could you book it', ', I think', 'but I '])(
    'takes time in proportion to a text of %j',
    (piece) => {
      const readAll = (length: number) => () =>
        sentencesOf(hostileText(piece, length)).map(({ text }) => standingClauses(text));
      expectLinearTime(readAll(10_000), readAll(20_000));
    },
  );
});
