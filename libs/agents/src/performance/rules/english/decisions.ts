import type { Clause } from '../clauses.ts';
import { isName } from '../names.ts';
import { SETTLED, SETTLED_BEFORE } from '../settled.ts';
import { ADVERBS, atStart, type FactPattern } from '../pattern.ts';

const decision = (pattern: string): FactPattern => ({
  type: 'decision',
  status: null,
  pattern: atStart(pattern),
  negation: 'allowed',
});

/** "We have a decision", before the clause that says which. */
const ANNOUNCED =
  /(?:(?:we (?:have|['’]ve got|made|reached)|that['’]s|here['’]s|there['’]s) (?:a|our|the) (?:final )?decision|(?:it['’]s )?(?:decided|settled)|final (?:call|decision|answer)|(?:we(?:['’]re| are) )?(?:all )?agreed|^(?:so,? |okay,? |right,? )?(?:the |our )?(?:final )?decision)[\s.,:;!]*$/iu;

/** What somebody proposes is decided when the answer agrees. */
const AGREES =
  /^(?:(?:yes|yeah|yep|ok|okay|sure|fine|good|right),? ?)?(?:agreed|deal|i agree|sounds good|works for me|fine (?:by|with) me|let['’]s do that|done|absolutely|yes|yep|ok|okay)(?![\p{L}])(?!,? but)/iu;
const isAgreed = (_: unknown, { reply }: Clause) => AGREES.test(reply);

const WHO =
  "(?:i|we|the (?:team|board|group|committee|management|partners|parents|crew|owners|council))(?:['’]ve| have| has|['’]s)?";

/** "We decided to …", "let's go with …". */
export const DECISIONS: readonly FactPattern[] = [
  decision(
    `${WHO} ${ADVERBS}(?:decided|agreed|chose|opted|voted|settled)(?: to| on| that| for| upon|:|,)? (?<what>.+)`,
  ),
  {
    ...decision('(?<who>\\p{Lu}\\p{L}+)(?: has)? decided(?: to| on| that| for)? (?<what>.+)'),
    accepts: ({ who }, { text }) => isName(who, text),
  },
  {
    ...decision(
      "(?:we|i)(?:['’]ve| have)? (?:now |finally |just )?(?:dropped|scrapped|abandoned|given up on|gave up on|shelved|ditched|binned) (?:the (?:whole )?(?:idea|plan|plans|thought) (?:of|to|for|with)) (?<what>.+)",
    ),
    status: 'against',
  },
  decision(
    `(?:we|i)(?:['’]ve| have)? ${ADVERBS}(?:made (?:a|the) decision|come to the decision)(?: to| that| on)? (?<what>.+)`,
  ),
  decision(
    "let['’]?s (?:go with|go for|use|stick with|stay with|stick to|pick|choose|take|keep|drop|skip|cancel|postpone|do without) (?<what>.+)",
  ),
  decision(
    '(?:the |our )?(?:final )?decision(?: is|:| was| we made is)?(?: to| that)? (?!(?:is|was|will|has|still|open|pending|not|yours|his|hers|ours|theirs|up|due|hard|easy|tough|made|wrong|right|good|bad|expected|coming|on|in|for|with|about|between|whether|of)(?![\\p{L}]))(?<what>.+)',
  ),
  decision("we(?:['’]?re going| are going|['’]ll go| will go) with (?<what>.+)"),
  decision(
    '(?:agreed|settled|decided|deal|done deal|final (?:call|decision|answer))[,:]? (?:so |then )?(?<what>(?:no |we |the |our |not ).+)',
  ),
  decision(
    "we(?:['’]re| are)? (?<what>(?:will not|won['’]t|not going to|aren['’]t going to) .+?),? after all",
  ),
  decision("we(?: will|['’]ll) (?<what>.+?),? after all"),
  {
    ...decision('(?:then |so )?we (?<what>.+)'),
    accepts: (_, { previous }) => ANNOUNCED.test(previous),
  },
  decision(
    "(?:it['’]s|it is|it was|it has been|that['’]s) (?:decided|settled|agreed)(?:,|:| that)? (?!(?:in|by|for|with|on|at|then|now|as|upon|between|so|thanks|thank|great|good|fine|ok|okay|cool|already)(?![\\p{L}]))(?<what>.+)",
  ),
  decision(
    `(?:${WHO}|\\p{L}+|the \\p{L}+)(?: has| have)? ${ADVERBS}signed off(?: on)? (?<what>(?:the|our|this|that|a|all|their) .+)`,
  ),
  {
    ...decision("(?:let['’]?s agree|i (?:propose|suggest))(?: that| on| to)? (?<what>.+)"),
    accepts: isAgreed,
  },
  decision(
    "(?:we|i)(?:['’]ve| have)? (?:went|gone) (?:for|with) (?<what>(?:the|option|plan|version) .+)",
  ),
  SETTLED,
  SETTLED_BEFORE,
  decision(
    '(?:we|i) (?:picked(?! (?:\\p{L}+ )?up(?![\\p{L}]))(?= (?:the|a|an|our|his|her|their|this|that|these|those|option|number|plan|version|\\d+|\\p{L}+$)(?![\\p{L}]))|selected|opted for) (?!(?:the|a) wrong)(?<what>.+)',
  ),
];
