import { describe, expect, it } from '@jest/globals';
import { standingOf, type Standing } from './standing.ts';

/** The names of what holds for a sentence. */
function names(sentence: string): readonly string[] {
  return Object.entries(standingOf(sentence)).flatMap(([name, holds]) => (holds ? [name] : []));
}

const STATED: readonly (readonly [string, readonly (keyof Standing)[]])[] = [
  ['We paid 300 euros.', []],
  ['No, we paid 300 euros.', []],
  ['It costs no more than 300 euros.', []],
  ["We set it aside and haven't touched it.", []],
  ["They offered it, but nothing's signed.", []],
  ['It is 4,000 euros, not a euro more.', []],
  ['Das Angebot wurde angenommen.', []],
  ['The rent should have been paid by now.', []],
  ['No, 1,520.', ['corrects']],
  ['We did not pay.', ['negated']],
  ["We haven't paid yet.", ['negated']],
  ['There is no invoice.', ['negated']],
  ['Wir haben die Rechnung nicht bezahlt.', ['negated']],
  ["Nous n'avons pas payé.", ['negated']],
  ['Nunca pagamos eso.', ['negated']],
  ['If we hired him, fine.', ['hypothetical']],
  ['That would cost a lot.', ['hypothetical']],
  ['Suppose we buy it.', ['hypothetical']],
  ['Wenn wir das kaufen, wird es teuer.', ['hypothetical']],
  ['Cela coûterait cher.', ['hypothetical']],
  ['Costaría mucho.', ['hypothetical']],
  ['Did we pay?', ['question']],
  ['how much did we pay for the venue', ['question']],
  ['¿Pagamos?', ['question']],
  ['I am just kidding.', ['joking']],
  ['It cost a gazillion euros.', ['joking']],
  ['Das war ein Witz.', ['joking']],
  ['I think it was 300.', ['unsure']],
  ['It was 300, if I remember correctly.', ['unsure']],
  ['I am not sure.', ['unsure']],
  ['Ich glaube, es waren 300.', ['unsure']],
  ['Creo que fueron 300.', ['unsure']],
  ['Actually, it is 300.', ['corrects']],
  ['Sorry, I meant 300.', ['corrects']],
  ['Make that 300.', ['corrects']],
  ['The budget was raised to 300.', ['corrects']],
  ['Ich meinte 300.', ['corrects']],
  ['En fait, 300.', ['corrects']],
];

describe('how a sentence states what it says', () => {
  it.each(STATED)('%s', (sentence, expected) => {
    expect(names(sentence)).toEqual(expected);
  });
});
