const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const NUMBER =
  '(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|a few|a couple(?: of)?)';
const UNIT = '(?:hour|day|week|month|quarter|year)s?';
const ORDINAL =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-\\p{L}+|thirtieth|thirty-first)';
const DATE = `the ${ORDINAL} of ${MONTH}|(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}|${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?(?! percent)|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4})?|(?:on|by|before|until|till) the \\d{1,2}(?:st|nd|rd|th)(?=[.,;!?]|$| (?:of|at|and|to|in|or)\\b)`;
const HOUR =
  "(?:\\d{1,2}(?::\\d\\d)?\\s?(?:[ap]\\.?m\\b\\.?|o'clock)|\\d{1,2}:\\d\\d|(?:at|by|before|after|around|until) (?:noon|midnight|lunch(?:time)?)|(?:at|by|before|until) (?:(?:half|quarter|ten|five|twenty) (?:past|to) )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[.,;!?]|$| (?:and|o'clock|on|in the|tomorrow)\\b))";
const PART = '(?: (?:morning|afternoon|evening|night))?';
const SPAN = `(?:(?:the )?(?:end|middle|beginning|start|close) of (?:the |this |next )?(?:day|week|month|quarter|year|business|${MONTH})|eod|eow|cob)`;
const NAMED = `(?:(?:next |this |coming )?${DAY}s?(?!['’])${PART}(?: next week)?|tomorrow(?!['’])${PART}|today|tonight|this (?:morning|afternoon|evening|week|weekend|month|quarter|year)|next (?:week|weekend|month|quarter|year|time|meeting|${MONTH})(?!['’])|the (?:weekend|next meeting)|${DATE}|${SPAN}|${HOUR})`;
/** Something that happens at a time and that a task comes before or after. */
const EVENT =
  '(?:meeting|launch|release|call|demo|deadline|conference|trip|holidays?|vacation|weekend|event|review|presentation|interview|exam|party|wedding|lunch|dinner|breakfast|christmas|easter|summer|winter|spring|autumn|visit|workshop|session|audit|inspection|appointment|class|lecture|show|game|match|flight|election|hearing|opening|delivery|surgery|operation|funeral|birthday|semester|term|season|vote|shift|move|course|test)';
const OCCASION = `(?:(?:the|this|that|our|your|my|his|her|their)(?: [\\p{L}\\p{N}-]+){0,2}? ${EVENT}|lunch|dinner|breakfast|christmas|easter|work|school)(?=[.,;!?]|$| (?:and|but|so|or|because|to|for|on|at|in|with)\\b)`;
const PHRASES = [
  `(?:no later than |at the latest |by |before |until |till |on |at |after |around |over |from |for |first thing |later |early |late |right after |in )*${NAMED}`,
  `(?:with)?in (?:the next )?${NUMBER} ${UNIT}`,
  `${NUMBER} ${UNIT} (?:from now|before \\p{L}+)`,
  `(?:right )?(?:by|before|after) (?:(?:next |this )?(?:${DAY}|week|month|tomorrow)['’]s [\\p{L}-]+|${OCCASION})`,
  `right after (?:this|that)(?=[.,;!?]|$| and\\b)|(?:as soon as|when|after|once) (?:we|i) (?:hang up|are done here|(?:'m|am) (?:home|back)|get (?:home|back))`,
  'as soon as possible|asap|right away|immediately|straight away|in the (?:morning|afternoon|evening)|(?:every|each) (?:morning|day|week|month)|once a (?:day|week|month)',
];
const WHEN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${PHRASES.join('|')})(?:,? (?=\\S)(?![.,])|$|(?=[.,;!?]|\\b))){1,4}(?![\\p{L}\\p{N}])`,
  'iu',
);

/**
 * The time expression of a sentence: "by Friday", "before the launch"; `null` without any. It names a
 * point in time, or an event that has one: "before we go" has none.
 */
export function whenOf(sentence: string): string | null {
  const found = WHEN.exec(sentence)?.[0].replace(/[\s,.;!?]+$/u, '') ?? '';
  return found === '' ? null : found;
}
