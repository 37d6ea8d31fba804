import { SIGNIFICANCES, type Passage } from '#contracts/model';
import type { FactRequest, LanguageEngine } from '../language-engine.port.ts';
import { AMOUNT_READER } from './amount-reader.ts';
import { call, TURNS } from './contract-turns.ts';
import { itSummarises } from './summary.contract.ts';
import { COMBINED, ENGLISH } from '../../summary-form.fixture.ts';

/** The contract that every adapter of `LanguageEngine` must satisfy. */
export function itKeepsTheLanguageEngineContract(create: () => LanguageEngine): void {
  itHasStableBasics(create);
  itCorrects(create);
  itSummarises(create);
  itReadsFacts(create);
}

function itCorrects(create: () => LanguageEngine): void {
  it('corrects each piece separately, in order', async () => {
    const engine = create();
    const texts = ['first we talk', 'then we eat', 'and at last we go home'];
    const corrected = await engine.correct(
      { speaker: 'Ada', texts, before: '', glossary: [], style: 'clean' as const },
      call(),
    );
    expect(corrected).toHaveLength(texts.length);
    for (const [n, word] of ['talk', 'eat', 'home'].entries()) {
      expect(corrected[n]?.text).toContain(word);
    }
  });

  it('returns a piece as it was given when there is nothing to correct', async () => {
    const engine = create();
    const texts = ['We meet on Monday.', ''];
    const corrected = await engine.correct(
      { speaker: 'Ada', texts, before: '', glossary: [], style: 'clean' as const },
      call(),
    );
    expect(corrected.map(({ text }) => text)).toEqual(texts);
  });

  it('returns no corrections for an empty request', async () => {
    const engine = create();
    const request = {
      speaker: 'Ada',
      texts: [],
      before: '',
      glossary: [],
      style: 'clean' as const,
    };
    expect(await engine.correct(request, call())).toEqual([]);
  });
}

function itReadsFacts(create: () => LanguageEngine): void {
  it('reads the facts of an agent, with the words that state them', async () => {
    const drafts = await create().readFacts(factRequest(PASSAGE), call());
    expect(drafts.map(({ line, type, value }) => ({ line, type, value }))).toEqual([
      { line: 0, type: 'expense', value: { kind: 'money', amount: '12000', currency: 'EUR' } },
      { line: 2, type: 'expense', value: { kind: 'money', amount: '450', currency: 'USD' } },
    ]);
    for (const { line, quote } of drafts) expect(PASSAGE.lines[line]?.text).toContain(quote);
  });

  it('reads no facts in an empty passage, nor in the lines before it', async () => {
    const engine = create();
    for (const lines of [[], [{ speaker: 'Ada', text: ' ', date: '2026-11-03' }]]) {
      const passage = { before: PASSAGE.lines, lines };
      expect(await engine.readFacts(factRequest(passage), call())).toEqual([]);
    }
  });

  it('reads passages of at least a few hundred characters', () => {
    expect(create().maxPassageCharacters).toBeGreaterThan(500);
  });
}

function itHasStableBasics(create: () => LanguageEngine): void {
  it('has the same fingerprint and rubric in another instance', () => {
    const engine = create();
    expect(engine.fingerprint).not.toBe('');
    expect(engine.rubricVersion).not.toBe('');
    expect(create().fingerprint).toBe(engine.fingerprint);
    expect(create().rubricVersion).toBe(engine.rubricVersion);
  });

  it('scores from 0 to 3, with a reason', async () => {
    const engine = create();
    const request = { narrative: 'Ada moved the launch to May.', priorDialogue: [] };
    const { significance, reason } = await engine.score(request, call());
    expect(SIGNIFICANCES).toContain(significance);
    expect(reason.trim()).not.toBe('');
  });

  it('rejects with the reason when it is aborted', async () => {
    const engine = create();
    const reason = new Error('cancelled by the caller');
    const aborted = { signal: AbortSignal.abort(reason) };
    const correction = {
      speaker: 'Ada',
      texts: ['we go'],
      before: '',
      glossary: [],
      style: 'clean' as const,
    };
    await expect(engine.correct(correction, aborted)).rejects.toBe(reason);
    await expect(
      engine.summarise({ title: '', form: ENGLISH, turns: TURNS }, aborted),
    ).rejects.toBe(reason);
    await expect(engine.combine({ title: '', ...COMBINED, parts: [] }, aborted)).rejects.toBe(
      reason,
    );
    const memory = { narrative: 'We moved.', priorDialogue: [] };
    await expect(engine.score(memory, aborted)).rejects.toBe(reason);
    await expect(engine.readFacts(factRequest(PASSAGE), aborted)).rejects.toBe(reason);
  });
}

const PASSAGE: Passage = {
  before: [{ speaker: 'Tom', text: 'We paid 70 euros for lunch.', date: '2026-11-03' }],
  lines: [
    { speaker: 'Ada', text: 'We paid 12000 euros for the ads.', date: '2026-11-03' },
    { speaker: 'Tom', text: 'Fine.', date: '2026-11-03' },
    { speaker: 'Ada', text: 'And 450 dollars for the hall.', date: '2026-11-03' },
  ],
};

function factRequest(passage: Passage): FactRequest {
  return { reader: AMOUNT_READER, passage, context: { currency: 'EUR', categories: ['Venue'] } };
}
