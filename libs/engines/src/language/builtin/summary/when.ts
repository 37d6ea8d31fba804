const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const NUMBER =
  '(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|a few|a couple(?: of)?)';
const UNIT = '(?:minute|hour|day|week|month|quarter|year)s?';
const DATE = `(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}|${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[/.]\\d{1,2}(?:[/.]\\d{2,4})?|the \\d{1,2}(?:st|nd|rd|th)`;
const HOUR =
  "(?:\\d{1,2}(?::\\d\\d)?\\s?(?:[ap]\\.?m\\b\\.?|o'clock)|\\d{1,2}:\\d\\d|noon|midnight|lunch(?:time)?)";
const PART = '(?: (?:morning|afternoon|evening|night))?';
const SPAN = `(?:(?:the )?(?:end|middle|beginning|start|close) of (?:the |this |next )?(?:day|week|month|quarter|year|business|${MONTH})|eod|eow|cob)`;
const NAMED = `(?:(?:next |this |coming )?${DAY}(?!['’])${PART}(?: next week)?|tomorrow(?!['’])${PART}|today|tonight|this (?:morning|afternoon|evening|week|weekend|month|quarter|year)|next (?:week|weekend|month|quarter|year|time|${MONTH})(?!['’])|the weekend|${DATE}|${SPAN}|${HOUR})`;
/** An event that a task comes before or after: "the launch", "the next board meeting". */
const OCCASION =
  "(?:the|this|that|our|your|my|his|her|we|they|you|i|lunch|dinner|breakfast|christmas|easter|work|school)(?:[ '][\\p{L}\\p{N}-]+){0,3}?(?=[.,;!?]|$| (?:and|but|so|or|because|to|for|on|at|in|with)\\b)";
const PHRASES = [
  `(?:no later than |at the latest |by |before |until |till |on |at |after |around |over |from |for |first thing |later |early |late |right after )*${NAMED}`,
  `(?:with)?in (?:the next )?${NUMBER} ${UNIT}`,
  `${NUMBER} ${UNIT} (?:from now|before \\p{L}+)`,
  `(?:right )?(?:by|before|after) (?:(?:next |this )?(?:${DAY}|week|month|tomorrow)['’]s [\\p{L}-]+|${OCCASION})`,
  'as soon as possible|asap|right away|immediately|straight away|in the (?:morning|afternoon|evening)|(?:every|each) (?:morning|day|week|month)|once a (?:day|week|month)',
];
const WHEN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${PHRASES.join('|')})(?:,? (?=\\S)(?![.,])|$|(?=[.,;!?]|\\b))){1,4}(?![\\p{L}\\p{N}])`,
  'iu',
);

/** The time expression of a sentence: "by Friday", "before the launch"; `null` without any. */
export function whenOf(sentence: string): string | null {
  const found = WHEN.exec(sentence)?.[0].replace(/[\s,.;!?]+$/u, '') ?? '';
  return found === '' ? null : found;
}
