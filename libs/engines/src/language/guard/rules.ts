import type { ProofRule } from './proof-rule.ts';
import { acronymRule, addressRule, titleRule } from './rules/abbreviation.rule.ts';
import { articleRule } from './rules/article.rule.ts';
import { contractionRule } from './rules/contraction.rule.ts';
import { cutOffRule } from './rules/cut-off.rule.ts';
import { equalSoundRule } from './rules/equal-sound.rule.ts';
import { fillerRule } from './rules/filler.rule.ts';
import { glossaryRule } from './rules/glossary.rule.ts';
import { numberRule, rangeRule } from './rules/number.rule.ts';
import { spacedWordRule, spellingRule } from './rules/spelling.rule.ts';
import { loopRule, stutterRule } from './rules/stutter.rule.ts';

/**
 * Every reason for which words may be replaced. Casing and marks have judges of their own, because
 * they are about words that stay. The first rule that proves a change names it.
 */
export const PROOF_RULES: readonly ProofRule[] = [
  glossaryRule,
  numberRule,
  rangeRule,
  contractionRule,
  acronymRule,
  addressRule,
  titleRule,
  articleRule,
  equalSoundRule,
  spellingRule,
  spacedWordRule,
  cutOffRule,
  fillerRule,
  loopRule,
  stutterRule,
];
