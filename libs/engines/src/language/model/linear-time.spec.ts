import { itTakesLinearTime } from '../../../../../test/support/linear-time.ts';
import { correctedTexts, correctionData } from './correction.ts';
import { conversationBlock } from './prompts.ts';
import { summaryContent, summaryData } from './summary.ts';
import { withoutFence } from './without-fence.ts';
import { COMBINED, ENGLISH } from '../../summary-form.fixture.ts';

/** Half as long as a turn may be, and as long. */
const LENGTHS = { characters: 10_000, noticeableMs: 60 };
const GLOSSARY = ['Afterword', 'Temporal', 'Kaito Tanaka'];

const WORK: readonly (readonly [string, (text: string) => unknown])[] = [
  ['the prompt of a correction', (text) => conversationBlock(correctionData(requestOf(text)))],
  ['the prompt of a summary', (text) => conversationBlock(summaryData(summaryOf(text)).data)],
  [
    'the answer to a correction',
    (text) => correctedTexts(requestOf(text), { texts: [{ n: 1, text: `${text} so` }] }),
  ],
  [
    'an answer of spaces',
    (text) => correctedTexts(requestOf(text.replaceAll(/\S/gu, ' ')), { texts: [{ n: 1, text }] }),
  ],
  [
    'the answer to a summary',
    (text) => summaryContent(answerOf(text), numbersOf(text), COMBINED.counted, ENGLISH),
  ],
  ['an answer in a fence', (text) => withoutFence(`\`\`\`json ${text}`)],
];

describe.each(WORK)('%s', (_name, work) => {
  itTakesLinearTime(work, LENGTHS);
});

function requestOf(text: string) {
  return {
    speaker: 'Ada',
    texts: [text],
    before: text,
    glossary: GLOSSARY,
    style: 'clean' as const,
  };
}

function summaryOf(text: string) {
  return { title: '', form: ENGLISH, turns: [{ turnId: 't1', speaker: 'Ada', text }] };
}

function numbersOf(text: string) {
  return summaryData(summaryOf(text)).sources;
}

function answerOf(text: string) {
  const points = [{ text, sources: [1] }];
  return { overview: text, topics: [text], keyPoints: points, decisions: points, actionItems: [] };
}
