import { BuiltinLanguageEngine } from './builtin.engine.ts';
import { itKeepsTheLanguageEngineContract } from './testing/language-engine.contract.ts';

describe('BuiltinLanguageEngine', () => {
  itKeepsTheLanguageEngineContract(() => new BuiltinLanguageEngine());

  it('is not costly and accepts conversations of any length', () => {
    const { costly, maxSummaryCharacters } = new BuiltinLanguageEngine();
    expect({ costly, maxSummaryCharacters }).toEqual({
      costly: false,
      maxSummaryCharacters: Infinity,
    });
  });
});
