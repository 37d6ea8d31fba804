import type { Significance } from '#contracts/model';

/**
 * Version of the rubric; change it with every change that may affect a score.
 *
 * - 0 trivial: greetings, small talk, acknowledgements.
 * - 1 minor: ordinary information.
 * - 2 notable: a preference, plan, decision, commitment, feeling, personal fact or deadline.
 * - 3 pivotal: a life-changing event: birth, death, illness, marriage or its end, a job won or lost,
 *   moving away, a confession, a betrayal, an accident, a victory, a serious promise.
 *
 * Denied, hypothetical and fictional events do not count.
 */
export const RUBRIC_VERSION = 'builtin-1';

/** A pattern that raises the significance of a memory, and its name in the reason. */
export interface Sign {
  readonly significance: Significance;
  readonly names: string;
  readonly pattern: RegExp;
}

const KIN =
  '(?:mother|father|mum|mom|dad|parents?|brother|sister|son|daughter|wife|husband|partner|girlfriend|boyfriend|fianc[ée]e?|grandm\\p{L}+|grandf\\p{L}+|grandpa|aunt|uncle|cousin|child(?:ren)?|baby|best friend|friend|dog|cat)';

const pivotal = (names: string, ...patterns: string[]): Sign => sign(3, names, patterns);
const notable = (names: string, ...patterns: string[]): Sign => sign(2, names, patterns);

/** Signs of pivotal memories. */
export const PIVOTAL: readonly Sign[] = [
  pivotal(
    'a death or a loss',
    '\\b(?:died|passed away|passed on|was killed|were killed|killed (?:him|her|them)self|took (?:his|her|their) own life|committed suicide)\\b(?! (?:laughing|of (?:laughter|boredom|embarrassment)|down|out))',
    `lost (?:my|our|his|her|their|your) (?:${KIN}|home|house|sight|hearing|leg|arm|memory)\\b`,
    '\\b(?:lost the (?:baby|twins|pregnancy)|funeral|miscarriage|stillborn|widow(?:ed|er)?)\\b',
    `\\b(?:${KIN})(?:'s)? (?:death|is dead|was dead)\\b|\\b(?:he|she|they)(?:'s| is|'re| are) (?:dead|gone forever)\\b`,
  ),
  pivotal(
    'a birth or a pregnancy',
    '\\b(?:pregnant|gave birth|given birth|was born|were born|is born|baby is here|in labou?r|expecting (?:a (?:baby|child|boy|girl)|twins|our|my|their)|having a baby|going to be (?:a )?(?:parents?|dad|mum|mom|father|mother|grand\\p{L}+)|became (?:a )?(?:parents?|dad|mum|mom|father|mother|grand\\p{L}+)|adopted (?:a|our|my|their) (?:child|baby|boy|girl|son|daughter))\\b',
  ),
  pivotal(
    'a grave illness or diagnosis',
    "\\b(?:diagnos(?:ed|is)|cancer|tumou?r|leuk(?:a)?emia|chemo(?:therapy)?|(?:had|has|have|having|suffered|after) a (?:\\p{L}+ )?stroke|heart attack|dementia|alzheimer'?s|parkinson'?s|multiple sclerosis|terminally ill|terminal|life support|intensive care|coma|hiv|overdosed?|rehab|relapsed?|in remission|cancer[- ]free|transplant)\\b",
  ),
  pivotal(
    'an engagement, a wedding or a marriage',
    "\\b(?:got|getting|get|are|is|am|'m|'re|be|been|were|just) (?:married|engaged)\\b(?! (?:with|in (?:the |a )?(?:conversation|discussion|debate|work)|to (?:the )?(?:work|job|idea)))",
    '\\b(?:will you marry|marry me|married (?:him|her|me|my|(?-i:\\p{Lu}\\p{Ll}+))|proposed to (?:me|him|her|(?-i:\\p{Lu}\\p{Ll}+))|said yes to marr\\p{L}+|our wedding|my wedding|their wedding|asked (?:me|him|her) to marry)\\b',
  ),
  pivotal(
    'a divorce or a separation',
    '\\b(?:divorc(?:e|ed|ing)|broke up|broken up|breaking up|split up|separated from|are separating|left (?:me|my (?:husband|wife|partner)|his wife|her husband)|called off the (?:wedding|engagement)|ended (?:our|their|the|my) (?:marriage|relationship|engagement))\\b',
  ),
  pivotal(
    'a job won, lost or given up',
    '\\b(?:got|getting|was offered|were offered|landed|accepted|start(?:ed|ing)?) (?:the|a|my|her|his|their) (?:new |dream |first )*(?:job|position|promotion)\\b(?! (?:done|description|interview))',
    "\\b(?:was|were|got|been|being|getting|is|are|'m) (?:fired|laid off|sacked|let go|made redundant|promoted)\\b",
    "\\b(?:lost|quit|quitting|left|leaving|resigned from|gave up) (?:my|his|her|their|the|your) (?:old |day )?(?:job|position|career|company)\\b|\\b(?:i|he|she|they|we)(?:'ve| have| has| just|'m)* (?:resign(?:ed|ing)|quit|retir(?:ed|ing))\\b(?! (?:smoking the|the (?:app|game|program|browser)))",
    '\\b(?:founded|start(?:ed|ing)|sold|clos(?:ed|ing)|bankrupt\\p{L}*) (?:my|our|his|her|their|a) (?:own )?(?:company|business|startup)\\b|\\bwent bankrupt\\b',
  ),
  pivotal(
    'a move to another home',
    '\\b(?:mov(?:ed?|ing)|emigrat(?:ed?|ing)|relocat(?:ed?|ing)) (?:\\p{L}+ )?(?:to (?!the (?:next|left|right|other|top|bottom|end|front|back|kitchen)|a (?:new )?(?:table|seat|file|date|version|server)|[\\p{N}])(?:another (?:city|country|town|continent)|(?-i:\\p{Lu}\\p{Ll}+)(?<!March|April|May|June|July|Monday|Tuesday|Wednesday|Thursday|Friday|January|February|August|September|October|November|December|Postgres|Temporal)\\b)|abroad|in together|in with (?:me|him|her|my|(?-i:\\p{Lu}))|out of (?:my|our|his|her|their) (?:parents|home|house|flat|apartment))',
    '\\b(?:bought|sold) (?:a|our|my|the|their|his|her) (?:first |new |old )?(?:house|flat|apartment|home|farm)\\b',
  ),
  pivotal(
    'an accident or a disaster',
    '\\b(?:car (?:accident|crash)|plane crash|(?:had|in|caused|survived) an accident|(?:was|were|got) (?:hit by a|shot|stabbed|attacked|robbed|assaulted|raped|kidnapped|arrested|paraly[sz]ed|evacuated|deported)|house (?:burned|burnt) down|(?:survived|earthquake|avalanche) (?:the|a|killed|destroyed)|(?:nearly|almost) died(?! laughing| of )|near-death)\\b',
  ),
  pivotal(
    'a confession or a betrayal',
    "\\b(?:cheated on|cheating on|had an affair|having an affair|betray(?:ed|al)|confess(?:ed|ion)?|lied to (?:me|him|her|us|you) (?:for|about)|i'm gay|i am gay|i'm trans|came out (?:to|as)|in love with (?:you|him|her|me|(?-i:\\p{Lu}))|never told (?:anyone|anybody|you)|have to tell you the truth|stole from (?:me|us|him|her|my))\\b",
    '\\b(?:stabbed (?:me|him|her|us) in the back|forgive me for what)\\b',
  ),
  pivotal(
    'a victory or an achievement',
    '\\b(?:won|winning) (?:the|a|an|first|gold|my|our|his|her) (?:\\p{L}+ )*?(?:championship|cup|title|medal|prize|award|lottery|election|trial|case|race|tournament|scholarship|final|finals|league|competition|contest|marathon|gold)\\b|\\bgraduat(?:ed|ion)\\b|\\b(?:got|been|was) (?:accepted|admitted) (?:to|into|at|by)\\b|\\b(?:got into|passed) (?:(?-i:\\p{Lu}\\p{Ll}+)|med(?:ical)? school|law school|university|college|the bar)|\\bpublished (?:my|her|his) (?:first )?(?:book|novel)\\b|\\b\\p{N}+ (?:days|months|years) sober\\b',
  ),
  pivotal(
    'a promise or a vow of weight',
    "\\b(?:i (?:swear|vow|vowed|promise you|give you my word)|(?:i|we)(?:'ll| will) (?:never (?:leave|forget|forgive|betray|let you|hurt you|speak to)|always (?:love|be there|protect|remember))|for the rest of (?:my|our|his|her) li(?:fe|ves)|swore (?:to|that|an oath)|made a vow|promised (?:never|always|to (?:always|never|protect|love)))\\b",
  ),
  pivotal(
    'a turning point, in the words of who tells it',
    "\\b(?:(?:will|'ll|could|can|would) never forget|chang(?:ed|es|ing) (?:my|our|his|her|their|your) (?:whole |entire )?li(?:fe|ves)|changed everything|turning point|(?:best|worst|happiest|darkest|most important) (?:day|moment|night|thing|decision|year) (?:of|in) (?:my|our|his|her|their) li(?:fe|ves)|saved (?:my|his|her|their|our|your) li(?:fe|ves)|nothing will ever be the same|no way back|once in a lifetime)\\b",
  ),
];

/** Signs of notable memories. */
export const NOTABLE: readonly Sign[] = [
  notable(
    'a decision',
    "\\b(?:decided|agreed|chose|made up (?:my|our|his|her|their) mind|settled on|let's go with|we'll go with|signed (?:the|a) (?:contract|lease|deal))\\b",
  ),
  notable(
    'a commitment',
    "\\b(?:promised?|i'll|i will|we'll|we will|committed to|vowed|gave (?:my|his|her) word)\\b(?= \\p{L}+ \\p{L}+)",
  ),
  notable(
    'a deadline or an appointment',
    '\\b(?:deadline|due (?:on|by|date)|appointment|exam|interview|surgery|operation)\\b|\\bby (?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|\\bby (?:tomorrow|the end of|next|noon)\\b',
  ),
  notable(
    'a plan',
    '\\b(?:plan(?:s|ned|ning)? (?:to|on|for)|going to (?!be able|say|tell|see if)\\p{L}+|want(?:s|ed)? to (?:become|be|learn|visit|travel|move|buy|start|quit|study|build|try)|hop(?:e|es|ed|ing) to|dream(?:s|ed|ing)? of|saving (?:up )?for|looking forward to|signed up for|training for)\\b',
  ),
  notable(
    'a preference',
    "\\b(?:i|he|she|they|we|(?-i:\\p{Lu}\\p{Ll}+))(?: really| absolutely| just| always| still| also)* (?:loves?|hates?|adores?|prefers?|can't stand|cannot stand|enjoys?|dislikes?|likes?)\\b(?! to (?:say|think|know|see|hear from))|\\bfavou?rite\\b|\\b(?:allergic to|vegetarian|vegan|obsessed with|big fan of)\\b",
  ),
  notable(
    'a feeling',
    '\\b(?:sad|angry|furious|afraid|scared|anxious|worried|lonely|depressed|heartbroken|devastated|ashamed|jealous|hurt|upset|proud|excited|happy|thrilled|grateful|relieved|overwhelmed|stressed|burn(?:ed|t) out|homesick|nervous|terrified|crying|cried|in tears|miss(?:es|ed)? (?:him|her|you|them|my|our|home)|love you)\\b(?! to (?:help|hear|meet))',
  ),
  notable(
    'a personal fact',
    `\\b(?:my|his|her|their|our) (?:${KIN}|birthday|anniversary|hometown|childhood|school|real name|therapist|salary|debt)\\b|\\b(?:i|he|she|they|we) (?:grew up|was raised|were raised|came from|come from|speak|speaks|studied|used to (?:live|work|be))\\b|\\bi(?:'m| am) (?:from|a|an) (?!bit|little|few|fan|sec|moment|second|minute|big|huge)\\p{L}{4,}|\\b(?:i|he|she) (?:lives?|works?) (?:in|at|for|as) |\\byears old\\b|\\b(?:turned|turning|turns) (?:\\p{N}{1,3}|thirty|forty|fifty|sixty|seventy|eighty|ninety)\\b`,
  ),
  notable(
    'trouble, or news of weight',
    '\\b(?:hospital|broke (?:my|his|her|their) (?:\\p{L}+)|injured|emergency|ill|failed (?:the|my|his|her) (?:exam|test|class|interview)|sick|fight with|argument with|argued with|apologi[sz]ed|forgave|lawsuit|sued|stolen|robbed|secret|passed (?:my|the|his|her) \\p{L}*\\s?(?:exam|test|driving test)|first time|surprised? me|gift|bought a (?:car|dog|boat)|adopted)\\b',
  ),
];

function sign(significance: Significance, names: string, patterns: readonly string[]): Sign {
  return {
    significance,
    names,
    pattern: new RegExp(patterns.map((p) => `(?:${p})`).join('|'), 'giu'),
  };
}
