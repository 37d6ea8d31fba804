import type { CueKind } from '../types/cues.table.ts';
import { cuesIn } from '../types/cues.ts';
import { isCountable } from './countable.ts';
import { endsFragment, type FragmentPlace } from './fragment-place.ts';
import { isFromGiver } from '../types/giver.rule.ts';
import { isListedMoney } from './money-list.rule.ts';
import { owedIn } from '../types/owed.rule.ts';
import { isOrderedAfter } from '../types/settled-after.rule.ts';

const PASSIVE = '(?:is|are|was|were|be|been|got|gets) (?:now |already |all |finally |not ){0,2}';
const HAS = '(?:has |have |had |just |already |finally |also ){0,3}';
const MOVED = `${HAS}(?:went out|gone out|goes out|came back|come back|comes back|came through|come through|went through|arrived|landed|${PASSIVE}(?:paid|settled|sent|transferred|wired|due|overdue|owed|outstanding|refunded|credited|reimbursed|approved|granted|confirmed)|should(?: have|['’]ve| of) (?:been|gone|come|arrived)|(?:is|are)n['’]t due|(?:is|are|has|have)n['’]t (?:here|in|come|arrived|landed|been paid))(?!\\p{L})`;
/** "The nine hundred for the speakers went out": only money is moved like this. */
const MOVES = new RegExp(
  `^\\s*,?\\s*(?:(?:for|from|to) (?:the |our |my |their )?(?:\\p{L}{1,24} ){1,4}?)?${MOVED}`,
  'iu',
);
const DEFINITE = /(?:^|[\s,;])(?:the|that|those|our|their|this|\p{L}+['’]s?)\s+(?:other\s+)?$/iu;

/** "wired the 4,000", "paid them their 300" */
const HANDED_OVER =
  /(?<!\p{L})(?:paid|pay|wired|transferred|sent|refunded|repaid|reimbursed|spent|owes?|überwiesen|bezahlt|versé|payé|payer|transfirió|pagado|pagar)(?: (?:us|them|him|her|back|out|over|off)){0,2} (?:the|their|its|those|our|his|her|die|les|los)\s+(?:other )?$/iu;

/** Verbs and papers whose plain number is money. */
const VERBS = [
  "offered|offers|put (?:aside|by|away|down)|set aside|saved(?: up)?|fronted|laid out|shelled out|approved|granted|pledged|added|made us|(?:set|knocked|put) (?:us|me|them|him|her) back|(?:haggled|knocked|beat|talked|got) (?:him|her|them|it|the price) down to|agreed (?:on|at|to)|settled (?:on|at)|swallowed|ate up|gets?|getting|handed (?:over|us)|credited|brought us|(?:giving|paying|sending|gave|sent|handed|wired|slipped) us|(?<!(?:we|i|you|to|not|they['’]ll) )want|(?:does|do|doing) (?:it|that|everything|all of it|the lot|the (?:whole )?\\p{L}{2,20}) for|(?:['’]ll|will) be|put (?:it )?on (?:the|my) card",
  '(?:offer|quote|estimate|invoice|bill|contract|paper|receipt) (?:says|said|reads|states|is for|was for|is|was)',
  '(?:raffle|tombola|bar|stall|kiosk|auction|collection|bake sale|caf[eé]|shop|box office|door|gate|lottery|fundraiser|benefit)s? (?:has |have |just |already ){0,2}(?:made|took|did|raised|brought|got)',
  'bietet|verlangt|nimmt|bekommt|kriegt|bewilligt|ausgelegt|zurückgelegt|demande|propose|touche|pide|piden|ofrece|recibe',
];
const HEDGED =
  '(?:us|about|around|another|an|a|extra|further|only|just|the|noch|weitere|otros|encore|nearly|exactly)';
const AFTER_VERB = new RegExp(`(?<!\\p{L})(?:${VERBS.join('|')})\\s+(?:${HEDGED} ){0,3}$`, 'iu');
/** "eighteen hundred tops", "3,200 in the pot" */
const BEFORE_LIMIT =
  /^\s*(?:tops|max(?:imum)?|at (?:the )?most|(?:put|set) (?:by|aside|away)|saved up|(?:is |are |still |left ){0,3}in (?:the|our) (?:pot|kitty|till|account|budget|bank)|in (?:reserve|hand)|im (?:topf|pott)|in der kasse|dans la (?:caisse|cagnotte)|en (?:la caja|el bote))(?!\p{L})/iu;
/** "Printing is 480 for the posters, it's ordered" */
const IS =
  /(?<!\p{L})(?:is|are|comes to|costs?|runs to|at|ist|kostet|liegt bei|est|coûte|revient à|es|cuesta|sale por)\s$/iu;
/** "Two hundred went on fabric" */
const WENT_ON =
  /^\s*(?:went|goes|is going) (?:on|into|towards?|to (?:the|our) \p{L}+(?:ers|ors|ists|ing|s) (?:and|for|at|$)|to (?:the|our) \p{L}+(?:ers|ors|ists)(?!\p{L}))(?! (?:strike|foot|a |the trip|tour|holiday|stage|board))/iu;

/** Whether the words around a plain number are used for money only. */
export function isMoneyByPhrase(place: FragmentPlace, amount: number): boolean {
  const { sentenceBefore: before, sentenceAfter: after } = place;
  return (
    place.replaces ||
    (DEFINITE.test(before) && MOVES.test(after)) ||
    owedIn(before, after) !== null ||
    isChange(before) ||
    isFromGiver(before, after) ||
    isListedMoney(before, after, amount) ||
    BEFORE_LIMIT.test(after) ||
    (AFTER_VERB.test(before) && !isCountable(before, after)) ||
    (HANDED_OVER.test(before) && endsFragment(after)) ||
    (isOrderedAfter(after) && IS.test(before))
  );
}

/** "Two hundred went on fabric", and not "went on strike": perhaps money. */
export function wentOnThings({ sentenceAfter }: FragmentPlace): boolean {
  return WENT_ON.test(sentenceAfter);
}

const CHANGED_TO = /(?<!\p{L})(?:from|von|de)\s(?:\S{1,20}\s){1,3}(?:to|auf|à|a)\s$/iu;
const PRICED: readonly CueKind[] = ['budget', 'estimate', 'quote', 'cost', 'invoice'];

/** "The budget goes from 18 to 21 thousand" */
function isChange(before: string): boolean {
  return (
    CHANGED_TO.test(before.slice(-90)) && cuesIn(before).some(({ kind }) => PRICED.includes(kind))
  );
}
