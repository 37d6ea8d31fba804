import { itTakesLinearTime } from '../../../../../test/support/linear-time.ts';
import { combine } from './combine.ts';
import { correct } from './correct.ts';
import { score } from './score.ts';
import { summarise } from './summarise.ts';
import { sentencesOf } from './text/sentences.ts';
import { COMBINED, ENGLISH } from '../../summary-form.fixture.ts';

/** A quarter of the length that a turn may have, and half of it: a square shows there as well. */
const LENGTHS = { characters: 5_000, noticeableMs: 15 };
const GLOSSARY = ['Afterword', 'Temporal', 'Kaito Tanaka'];

/** How a task begins. */
const BEGINNINGS = {
  ...{ de: 'Ich werde', fr: 'Je vais', es: 'Pablo, voy a' },
  ...{ it: 'Marco, devi', pt: 'Rui, vou', nl: 'Ik zal' },
};
const WORK: readonly (readonly [string, (text: string) => unknown])[] = [
  ['the sentences', sentencesOf],
  [
    'the correction',
    (text) => correct({ ...said(text), before: text, glossary: GLOSSARY, style: 'clean' }),
  ],
  [
    'the score of a memory',
    (text) => score({ narrative: text, priorDialogue: [{ speaker: 'Tom', text }] }),
  ],
  [
    'the score of an answer',
    (text) => score({ narrative: text, priorDialogue: [{ speaker: 'Tom', text: asked(text) }] }),
  ],
  [
    'the summary',
    (text) => summarise({ title: text.slice(0, 200), form: ENGLISH, turns: conversation(text) }),
  ],
  ...(['de', 'fr', 'es', 'it', 'pt', 'nl'] as const).map((language) => {
    const form = { ...ENGLISH, language };
    const beginning = BEGINNINGS[language];
    const turns = (text: string) => conversation(`${beginning} ${text}`);
    return [
      `the summary in ${language}`,
      (text: string) => summarise({ title: '', form, turns: turns(text) }),
    ] as const;
  }),
  [
    'the summary of a recording',
    (text) => summarise({ title: '', form: ENGLISH, turns: [recording(text)] }),
  ],
  [
    'the combination',
    (text) =>
      combine({ title: '', ...COMBINED, parts: [partOf(text), partOf(`${text}, that is all`)] }),
  ],
];

describe.each(WORK)('%s', (_name, work) => {
  itTakesLinearTime(work, LENGTHS);
});

function said(text: string) {
  return { speaker: 'Ada', texts: [text] };
}

/** A question about something pivotal. */
function asked(text: string): string {
  return `They got married ${text}?`;
}

function conversation(text: string) {
  return ['Shall we?', text, 'Agreed.'].map((spoken, n) => ({
    ...{ turnId: `t${n}`, speaker: n === 1 ? 'Ada' : 'Tom' },
    text: spoken,
  }));
}

/** A turn with a segment for each three characters. */
function recording(text: string) {
  const count = Math.ceil(text.length / 3);
  const segments = Array.from({ length: count }, (_, n) => {
    return { segmentId: `s${n}`, startMs: n, from: n * 3 };
  });
  return { turnId: 't1', speaker: 'Speaker', text, segments };
}

function partOf(text: string) {
  const points = [{ text, turnIds: ['t1'] }];
  return { overview: text, keyPoints: points, decisions: points, actionItems: [] };
}
