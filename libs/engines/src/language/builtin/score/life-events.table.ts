import { NEAREST_PATTERN } from './kin.table.ts';

/** How people tell of a kind of life event, and its name in the reason. */
export interface LifeEvent {
  readonly names: string;
  readonly pattern: RegExp;
}

/**
 * The life events. A pattern wants somebody to whom it happens where the words alone are also used of
 * studies, films or other people's luck.
 */
export const LIFE_EVENTS: readonly LifeEvent[] = [
  lifeEvent(
    'a death or a loss',
    '\\b(?:died|passed away|passed on|was killed|were killed|killed (?:him|her|them)self|took (?:his|her|their) own life|committed suicide)\\b(?! (?:laughing|of (?:laughter|boredom|embarrassment)|down|out))',
    `lost (?:my|our|his|her|their|your) (?:${NEAREST_PATTERN}|home|house|sight|hearing|leg|arm|memory)\\b`,
    '\\b(?:lost the (?:baby|twins|pregnancy)|funeral|miscarriage|stillborn|widow(?:ed|er)?)\\b',
    `\\b(?:${NEAREST_PATTERN})(?:'s)? (?:death|is dead|was dead)\\b|\\b(?:he|she|they)(?:'s| is|'re| are) (?:dead|gone forever)\\b`,
  ),
  lifeEvent(
    'a birth or a pregnancy',
    '\\b(?:pregnant|gave birth|given birth|was born|were born|is born|baby is here|in labou?r|expecting (?:a (?:baby|child|boy|girl)|twins|our|my|their)|having a baby|going to be (?:a )?(?:parents?|dad|mum|mom|father|mother|grand\\p{L}+)|became (?:a )?(?:parents?|dad|mum|mom|father|mother|grand\\p{L}+)|adopted (?:a|our|my|their) (?:child|baby|boy|girl|son|daughter))\\b',
  ),
  lifeEvent(
    'a grave illness or diagnosis',
    "\\b(?:diagnos(?:ed|is)|cancer|tumou?r|leuk(?:a)?emia|chemo(?:therapy)?|(?:had|has|have|having|suffered|after) a (?:\\p{L}+ )?stroke|heart attack|dementia|alzheimer'?s|parkinson'?s|multiple sclerosis|terminally ill|terminal|life support|intensive care|coma|hiv|overdosed?|(?:in|into|to|from|left|entered|finished|through) rehab|relapsed?|in remission|cancer[- ]free|transplant)\\b",
  ),
  lifeEvent(
    'an engagement, a wedding or a marriage',
    "\\b(?:got|getting|get|are|is|am|'m|'re|be|been|were|just) (?:married|engaged)\\b(?! (?:with|in (?:the |a )?(?:conversation|discussion|debate|work)|to (?:the )?(?:work|job|idea)))",
    '\\b(?:will you marry|marry me|married (?:him|her|me|my|(?-i:\\p{Lu}\\p{Ll}+))|proposed to (?:me|him|her|(?-i:\\p{Lu}\\p{Ll}+))|said yes to marr\\p{L}+|our wedding|my wedding|their wedding|asked (?:me|him|her) to marry)\\b',
  ),
  lifeEvent(
    'a divorce or a separation',
    '\\b(?:divorc(?:e|ed|ing)|(?:broke|broken|breaking|split) up(?= with\\b| for good\\b| after\\b| last\\b| yesterday\\b| today\\b|[^\\p{L}\\s]|$| and\\b| because\\b| when\\b| in\\b| on\\b)|separated from|are separating|left (?:me(?! (?:her|his|their|a|an|the|with|some|alone|out|no|this|that|in|on|at|behind|speechless|feeling|wondering|wanting)\\b)|my (?:husband|wife|partner)|his wife|her husband)|called off the (?:wedding|engagement)|ended (?:our|their|the|my) (?:marriage|relationship|engagement))\\b',
  ),
  lifeEvent(
    'a job won, lost or given up',
    '\\b(?:got|getting|was offered|were offered|landed|accepted|start(?:ed|ing)?) (?:the|a|my|her|his|their) (?:new |dream |first )*(?:job|position|promotion)\\b(?! (?:done|description|interview))',
    "\\b(?:was|were|got|been|being|getting|is|are|'m) (?:fired|laid off|sacked|let go|made redundant|promoted)\\b",
    "\\b(?:lost|quit|quitting|left|leaving|resigned from|gave up) (?:my|his|her|their|the|your) (?:old |day )?(?:job|position|career|company)\\b|\\b(?:i|he|she|they|we)(?:'ve| have| has| just|'m)* (?:resign(?:ed|ing)|quit|retir(?:ed|ing))\\b(?! (?:smoking the|the (?:app|game|program|browser)))",
    "\\b(?:founded|started|(?:am|are|is|'m|'re) (?:starting|closing|selling)|sold|closed|bankrupt\\p{L}*) (?:my|our|his|her|their|a) (?:own )?(?:company|business|startup)\\b|\\bwent bankrupt\\b",
  ),
  lifeEvent(
    'a move to another home',
    '\\b(?:mov(?:ed?|ing)|emigrat(?:ed?|ing)|relocat(?:ed?|ing)) (?:\\p{L}+ )?(?:to (?!the (?:next|left|right|other|top|bottom|end|front|back|kitchen)|a (?:new )?(?:table|seat|file|date|version|server)|[\\p{N}])(?:another (?:city|country|town|continent)|(?-i:\\p{Lu}\\p{Ll}+)(?<!March|April|May|June|July|Monday|Tuesday|Wednesday|Thursday|Friday|January|February|August|September|October|November|December|Postgres|Temporal)\\b)|abroad|in together|in with (?:me|him|her|my|(?-i:\\p{Lu}))|out of (?:my|our|his|her|their) (?:parents|home|house|flat|apartment))',
    '\\b(?:bought|sold) (?:a|our|my|the|their|his|her) (?:first |new |old )?(?:house|flat|apartment|home|farm)\\b',
  ),
  lifeEvent(
    'an accident or a disaster',
    '\\b(?:car (?:accident|crash)|plane crash|(?:had|in|caused|survived) an accident|(?:was|were|got) (?:hit by a|shot|stabbed|attacked|robbed|assaulted|raped|kidnapped|arrested|paraly[sz]ed|evacuated|deported)|house (?:burned|burnt) down|(?:survived|earthquake|avalanche) (?:the|a|killed|destroyed)|(?:nearly|almost) died(?! laughing| of )|near-death)\\b',
  ),
  lifeEvent(
    'a confession or a betrayal',
    "\\b(?:cheated on|cheating on|had an affair|having an affair|betray(?:ed|al)|confess(?:ed|ion)?|lied to (?:me|him|her|us|you) (?:for|about)|i'm gay|i am gay|i'm trans|came out (?:to|as)|in love with (?:you|him|her|me|(?-i:\\p{Lu}))|never told (?:anyone|anybody|you)|have to tell you the truth|stole from (?:me|us|him|her|my))\\b",
    '\\b(?:stabbed (?:me|him|her|us) in the back|forgive me for what)\\b',
  ),
  lifeEvent(
    'a victory or an achievement',
    '\\bwon (?:the|a|an|first|gold|my|our|his|her) (?:\\p{L}+ )*?(?:championship|cup|title|medal|prize|award|lottery|election|trial|case|race|tournament|scholarship|final|finals|league|competition|contest|marathon|gold)\\b|\\bgraduat(?:ed|ion)\\b|\\b(?:got|been|was) (?:accepted|admitted) (?:to|into|at|by)\\b|\\b(?:got into|passed) (?:(?-i:\\p{Lu}\\p{Ll}+)|med(?:ical)? school|law school|university|college|the bar)|\\bpublished (?:my|her|his) (?:first )?(?:book|novel)\\b|\\b\\p{N}+ (?:days|months|years) sober\\b',
  ),
  lifeEvent(
    'a promise or a vow of weight',
    "\\b(?:i (?:swear|vow|vowed|promise you|give you my word)|(?:i|we)(?:'ll| will) (?:never (?:leave|forgive|betray|let you|hurt you|speak to)|always (?:love (?:you|him|her|them|my|our)|be there for|protect))|for the rest of (?:my|our|his|her) li(?:fe|ves)|swore (?:to|that|an oath)|made a vow|promised (?:never|always|to (?:always|never|protect|love)))\\b",
  ),
  lifeEvent(
    'a turning point, in the words of who tells it',
    '\\b(?:never forget (?:what|how) (?:you|he|she|they|(?-i:\\p{Lu}\\p{Ll}+))|chang(?:ed|es|ing) (?:my|our|his|her|their|your) (?:whole |entire )?li(?:fe|ves)|changed everything|turning point|(?:best|worst|happiest|darkest|most important) (?:day|moment|night|thing|decision|year) (?:of|in) (?:my|our|his|her|their) li(?:fe|ves)|saved (?:my|his|her|their|our|your) li(?:fe|ves)|nothing will ever be the same|no way back|once in a lifetime)\\b',
  ),
];

function lifeEvent(names: string, ...patterns: readonly string[]): LifeEvent {
  return { names, pattern: new RegExp(patterns.map((p) => `(?:${p})`).join('|'), 'giu') };
}
