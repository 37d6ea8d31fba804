import type { CorrectionChange } from '../api/types.ts';

/** Why a change cannot have changed the meaning, by the rule that proved it. */
const RULES: Record<NonNullable<CorrectionChange['rule']>, string> = {
  glossary: 'sounds like a term of the glossary, and is no word of its own',
  spacing: 'spaces only',
  casing: 'capitals only',
  punctuation: 'punctuation only',
  stutter: 'said twice in a row',
  loop: 'repeated by the recognition',
  model: 'by the model, before changes were judged one by one',
  filler: 'a filler without meaning',
  number: 'the same number in another form',
  contraction: 'the same words, contracted or written out',
  spelling: 'the same word, spelt right',
  abbreviation: 'the same words, written short',
};

/** Why a text stays as it was heard. */
const REASONS: Record<NonNullable<CorrectionChange['reason']>, string> = {
  words_changed: 'other words',
  words_added: 'words that were not heard',
  words_removed: 'words would be missing',
  number_changed: 'another number, unit or sign',
  name_changed: 'another name',
  question_changed: 'a question would become a statement, or the reverse',
  mark_changed: 'these marks can change the meaning',
  capital_changed: 'a capital can change the word',
  text_replaced: 'nearly another text',
  verbatim_wanted: 'this installation keeps every word',
};

/** One sentence fragment on why a change was taken or refused. */
export function whyOf({ rule, reason }: CorrectionChange): string {
  if (reason !== null) return REASONS[reason];
  return rule === null ? '' : RULES[rule];
}
