import { BuiltinLanguageEngine } from './builtin.engine.ts';
import { itKeepsTheLanguageEngineContract } from './testing/language-engine.contract.ts';

describe('BuiltinLanguageEngine', () => {
  itKeepsTheLanguageEngineContract(() => new BuiltinLanguageEngine());

  it('costs nothing and reads conversations of any length', () => {
    const { costly, maxSummaryCharacters } = new BuiltinLanguageEngine();
    expect({ costly, maxSummaryCharacters }).toEqual({
      costly: false,
      maxSummaryCharacters: Infinity,
    });
  });
});
