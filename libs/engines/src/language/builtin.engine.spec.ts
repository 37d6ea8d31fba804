import { ENGLISH } from '../summary-form.fixture.ts';
import { RuleThreads } from '../rules/rule-threads.ts';
import { RULES_WITH_AMOUNTS } from '../rules/testing/programs.ts';
import { BuiltinLanguageEngine } from './builtin.engine.ts';
import { correct } from './builtin/correct.ts';
import { score } from './builtin/score.ts';
import { summarise } from './builtin/summarise.ts';
import { call } from './testing/contract-turns.ts';
import { itKeepsTheLanguageEngineContract } from './testing/language-engine.contract.ts';

const TEXT = "so so we moved the launch to May, and I'll tell kyto. He was married on Friday!";

describe('BuiltinLanguageEngine', () => {
  const rules = new RuleThreads({ threads: 1, timeoutMs: 30_000 }, RULES_WITH_AMOUNTS);
  const engine = new BuiltinLanguageEngine(rules);
  afterAll(() => rules.close());

  itKeepsTheLanguageEngineContract(() => engine);

  it('is not costly', () => {
    expect(engine.costly).toBe(false);
  });

  it('answers as its rules do', async () => {
    const correction = {
      speaker: 'Ada',
      texts: [TEXT, ''],
      before: '',
      glossary: ['Kaito'],
      style: 'clean' as const,
    };
    expect(await engine.correct(correction, call())).toEqual(correct(correction));
    const turns = [{ turnId: 't1', speaker: 'Ada', text: TEXT }];
    const summary = { title: 'Launch', form: ENGLISH, turns };
    expect(await engine.summarise(summary, call())).toEqual(summarise(summary));
    const memory = { narrative: TEXT, priorDialogue: [{ speaker: 'Tom', text: 'And then?' }] };
    expect(await engine.score(memory, call())).toEqual(score(memory));
  });
});
