import type { Clause } from '../clauses.ts';
import { ADVERBS, atStart, type FactPattern, NOUNS } from '../pattern.ts';

const risk = (pattern: string): FactPattern => ({
  type: 'risk',
  status: null,
  pattern: atStart(pattern),
  negation: 'allowed',
  modal: 'allowed',
});

const SIZE =
  '(?:big |bigger |biggest |greatest |largest |real |serious |small |high |major |main |only |slight |significant |considerable )?';

const WORRIES =
  '(?:keeps? me (?:up at night|up|awake(?: at night)?)|worr(?:y|ies) me|concerns? me|scares? me|frightens? me|makes me nervous)';
const MOST = '(?: the most| most| a lot| a bit| a little)?';

/** A clause that calls the one before it a risk. */
const CALLS_RISK =
  /^(?:and |so )?that(?:['’]s| is| would be) (?:the|my|our|a) (?:big |bigger |biggest |main |real |only )?(?:risk|worry|fear|danger|concern)\W*$/iu;

/** "There is a risk that …", "I'm worried about …", "… might slip". */
export const RISKS: readonly FactPattern[] = [
  risk(
    `(?:there(?:['’]s| is)|i see|we have|we run|we['’]re running|that['’]s) (?:still )?(?:a|an|some|one|the|another) ${SIZE}(?:risk|danger)(?: here)? (?:that|of|with|in|is that|is) (?<what>.+)`,
  ),
  risk(
    `(?:the|our|my|one|another) ${SIZE}(?:risk|danger|worry|concern|fear)(?: (?:here|for [^,.]{1,40}|with [^,.]{1,40}))?(?: is|:)(?: honestly| really| just| simply| still)?(?: that)? (?<what>.+)`,
  ),
  risk(
    `(?:i|we)(?:['’]m|['’]re| am| are) ${ADVERBS}(?:a bit |a little |very |quite |getting |pretty |rather )?(?:worried(?: sick)?|concerned|nervous|anxious) (?:that |about |because )?(?<what>.+)`,
  ),
  risk(
    `(?!(?:i|you|he|she)(?![\\p{L}]))(?<what>(?:the |our )?${NOUNS} (?:might|may|could) (?:well |still )?(?:slip|be late|be delayed|fail|break|run out|fall through|fall behind|get delayed|not (?:make|work|arrive|hold|be|last|finish))[^,.]{0,60})`,
  ),
  risk(`(?<what>(?:the |our )?${NOUNS}) (?:is|are) ${ADVERBS}at risk`),
  risk(
    `what(?: really| honestly)? ${WORRIES}${MOST}(?: right now)? (?:is|are) (?:that |the fact that )?(?<what>.+)`,
  ),
  risk(
    `(?:the|one|another|the only) (?:thing|part|bit|one thing)(?: that| which)?(?: really| honestly)? ${WORRIES}${MOST}(?: right now)? (?:is|are) (?:that |the fact that )?(?<what>.+)`,
  ),
  risk(`(?<what>(?:the|our|their) ${NOUNS}) (?:really |still |also )?${WORRIES}${MOST}$`),
  risk('(?:i|we) (?:do |really |still )?(?:worry|fear) (?:that |about )?(?<what>.+)'),
  risk(
    `(?:i|we)(?:['’]m|['’]re| am| are) ${ADVERBS}(?:quite |really |a bit |pretty )?(?:scared|terrified|frightened) (?:that )?(?!of )(?<what>(?:the|our|we|they|nobody|people|it|he|she|some|most|there|\\p{L}+ (?:will|won['’]t|might|could))(?![\\p{L}]).+)`,
  ),
  risk(
    `there(?:['’]s| is) (?:a |some |every )${SIZE}(?:good |fair |decent )?(?:chance|possibility|probability) (?:that )?(?<what>[^,.]{0,60}(?<![\\p{L}])(?:los(?:e|es|ing)|miss(?:es)?|fails?|late|delay(?:s|ed)?|slips?|cancels?|breaks?|run(?:s)? (?:out|over|short)|not|\\p{L}+n['’]t|short|drops?|pulls? out|falls?|quits?|leaves?|rains?|storm|over budget|ill|sick|strikes?|crash(?:es)?|behind|rejects?|refuses?|collapses?|shut(?:s)? down)(?![\\p{L}]).*)`,
  ),
  risk(
    '(?<what>(?:we|i) (?:might|may|could) (?:well |still )?(?:miss|lose|run out of|run into|fall behind|not make)[^,.]{0,80})',
  ),
  {
    ...risk('(?!if )(?<what>\\S+ .+)'),
    accepts: (_, { next }: Clause) => CALLS_RISK.test(next),
  },
];

/** "I'm afraid the supplier is late", but not the polite "I'm afraid not" and "I'm afraid I can't". */
export const FEARS: readonly FactPattern[] = [
  risk(
    "(?:(?:but|and|so|well|yeah|ok|okay),? )?i(?:['’]?m| am) afraid (?:that )?(?<what>(?:(?:the|our|his|her|their|some|most|many|few|we (?:won['’]t|will|might|may|could|are|['’]ll))(?![\\p{L}])|\\p{L}+ (?:will|won['’]t|might|may|could) ).+)",
  ),
];
