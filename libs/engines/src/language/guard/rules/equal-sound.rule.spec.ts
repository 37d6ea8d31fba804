import { describe, expect, it } from '@jest/globals';
import { soundEqual } from '../lexicon.ts';
import { itRefuses, itTakes } from '../testing/judged.ts';
import { EQUAL_SOUNDS, NEARLY_EQUAL } from './equal-sounds.table.ts';

describe('another spelling of equal sound', () => {
  it.each(EQUAL_SOUNDS.map(({ heard, now }) => [heard, now] as const))(
    '%s sounds as %s',
    (heard, now) => {
      expect(soundEqual(heard, now) || NEARLY_EQUAL.has(`${heard} ${now}`)).toBe(true);
    },
  );

  itTakes([
    ['their is a mistake', 'there is a mistake'],
    ['the team was their', 'the team was there'],
    ['your welcome', "you're welcome"],
    ["in you're house", 'in your house'],
    ['its a mess', "it's a mess"],
    ['wait four me', 'wait for me'],
    ['we one the game', 'we won the game'],
    ['the hole team', 'the whole team'],
    ['I no that', 'I know that'],
    ['we should of gone', 'we should have gone'],
    ['Ill send it', "I'll send it"],
    ['next weak', 'next week'],
  ]);
  itRefuses([
    ['their house', 'there house'],
    ['we have four cars', 'we have for cars'],
    ['we have four the day', 'we have for the day'],
    ['no one knew', 'know one knew'],
    ['he is ill', "he is I'll"],
    ['the hole was deep', 'the whole was deep'],
    ['we hear you', 'we here you'],
    ['a new car', 'a knew car'],
    ['its name is Rex', "it's name is Rex"],
    ['one of us', 'won of us'],
  ]);
});
