import { wordTest } from '../../../text/standing/word-test.ts';
import { remembered } from '../clauses/remembered.ts';
import { categoryOf } from '../../categories/category.rule.ts';

/**
 * What has become of a thing, in words that people also use for other things. The first that fits
 * decides; what it decides is never certain.
 */
const STATES: readonly (readonly [string, ReturnType<typeof wordTest>])[] = [
  ['income', wordTest('gift|came good|overpayment|collected|whip-round|crowdfunding|fundraiser')],
  ['budget', wordTest("okayed|ok[’']d|signed off|green-?lit|freed up|to play with|our last")],
  ['invoice', wordTest('bill|owing|outstanding|falls due|reminder|mahnung|rappel')],
  [
    'quote',
    wordTest(
      "(?:spoke|talked) to|(?:he|she|they)(?:[’']s|[’']re| is| are) (?:at|happy with)|heard? from|rang|called (?:me|us|back)|(?:come|came|gone|went) (?:down|up) to|asks?|asked",
    ),
  ],
  ['estimate', wordTest('reckons|guesses|meint|schätzt|pense|calcula|so um die|roughly')],
  [
    'commitment',
    wordTest(
      'confirmed|agreed|arranged|fixed|on board|said yes|secured|is ours|are ours|is in|are in|taken on|bestätigt|zugesagt|fest|confirmée?s?|calée?s?|confirmad[oa]s?',
    ),
  ],
  [
    'expense',
    wordTest(
      'receipts?|done|sorted|finished|arrived|got|picked up|delivered|have had|quittung|beleg|fertig|erledigt|geholt|angekommen|fini|terminé|arrivée?s?|listo|lista|llegó|llegaron',
    ),
  ],
];

/** The type that the state of a thing suggests, or the name of something that costs money. */
export function weakTypeOf(texts: readonly string[]): string | null {
  for (const text of texts) {
    const found = stateIn(text);
    if (found !== null) return found;
  }
  return texts.some(namesThing) ? 'expense' : null;
}

const stateIn = remembered((text) => STATES.find(([, isSaid]) => isSaid(text))?.[0] ?? null);
const namesThing = remembered((text) => categoryOf(text, '', []) !== null);
