import type { CorrectedText, CorrectionRequest } from '../language-engine.port.ts';
import { casingRule } from './correction/casing.rule.ts';
import { applyEdits, type TextRule } from './correction/edits.ts';
import { falseStartsRule } from './correction/false-starts.rule.ts';
import { glossaryRule } from './correction/glossary.rule.ts';
import { loopsRule } from './correction/loops.rule.ts';
import { punctuationRule } from './correction/punctuation.rule.ts';
import { spacingRule } from './correction/spacing.rule.ts';
import { stuttersRule } from './correction/stutters.rule.ts';
import { looksEnglish } from './text/language.ts';

/**
 * Corrects each piece by rules; a piece to which no rule applies is returned unchanged. A verbatim text
 * keeps its stutters and false starts.
 */
export function correct(request: CorrectionRequest): readonly CorrectedText[] {
  // Repetitions are removed first, so that later rules see only the remaining words.
  const isClean = request.style === 'clean';
  const rules: readonly TextRule[] = [
    loopsRule,
    ...(isClean ? [falseStartsRule, stuttersRule] : []),
    glossaryRule(request.glossary),
    punctuationRule,
    spacingRule,
    casingRule,
  ];
  return request.texts.map((text, n) =>
    correctPiece(text, request.texts[n - 1] ?? request.before, rules),
  );
}

function correctPiece(text: string, before: string, rules: readonly TextRule[]): CorrectedText {
  const surroundings = { before, english: looksEnglish(text, before) };
  const corrected = rules.reduce(
    (edited, { find }) => applyEdits(edited, find(edited, surroundings)),
    text,
  );
  return { text: corrected };
}
