import type { FactDraft } from '#contracts/model';
import { correctedBy } from '../clauses/context.rule.ts';
import { cuesIn } from '../types/cues.ts';
import { isShort } from '../amounts/money-place.ts';
import { standingOf } from '../claims/standing-of.ts';
import type { Statement } from '../statement.ts';
import { ownLabel } from '../labels/statement-label.ts';
import { whoOf } from '../types/who.rule.ts';

/** "Actually, the venue was 13,400": it is about the venue that was just talked of. */
export function correctedIn(place: Omit<Statement, 'corrected'>): FactDraft | null {
  const { source, clause } = place;
  const { context, sentence, line } = source;
  const corrects =
    standingOf(sentence.text).corrects || isDeniedValue(place) || isOnlyCorrection(place);
  if (context.recent.length === 0 || !corrects) return null;
  const named = ownLabel(place, whoOf(clause.text, line));
  return correctedBy(context.recent, sentence.text, named);
}

/** "It was not 640 but 460": the amount that stands in place of what was said before. */
function isDeniedValue({ source, amount }: Omit<Statement, 'corrected'>): boolean {
  return source.corrections.has(amount) && IT_WAS.test(source.sentence.text);
}

/** "The 450, that was wrong, it's 540": nothing else is said. */
function isOnlyCorrection({ source, amount }: Omit<Statement, 'corrected'>): boolean {
  const { text } = source.sentence;
  return source.corrections.has(amount) && isShort(text.trim()) && cuesIn(text).length === 0;
}

const IT_WAS = /^\s*(?:no,? )?(?:it|that|they|es|das|c['’]|ce n['’]|eran?|fue|no fue)(?!\p{L})/iu;
