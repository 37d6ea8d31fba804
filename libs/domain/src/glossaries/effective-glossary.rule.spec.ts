import { describe, expect, it } from '@jest/globals';
import type { GlossaryEntry, GlossaryLevels } from '#contracts/model';
import { effectiveGlossary } from './effective-glossary.rule.ts';

const entry = (term: string, ...soundsLike: readonly string[]): GlossaryEntry => ({
  ...{ term, soundsLike, language: null },
});
const effective = (levels: Partial<GlossaryLevels>) =>
  effectiveGlossary({ conversation: [], project: [], owner: [], ...levels }).map(
    ({ level, term, soundsLike }) => [level, term, ...soundsLike],
  );

describe('the effective glossary', () => {
  it('has the entries of all levels, the nearest first', () => {
    expect(
      effective({
        owner: [entry('Afterword')],
        project: [entry('Heron', 'Heran')],
        conversation: [entry('Kaito')],
      }),
    ).toEqual([
      ['conversation', 'Kaito'],
      ['project', 'Heron', 'Heran'],
      ['owner', 'Afterword'],
    ]);
  });

  it.each([
    ['conversation', 'project'],
    ['conversation', 'owner'],
    ['project', 'owner'],
  ] as const)('prefers the spelling of the %s to that of the %s', (near, far) => {
    expect(effective({ [near]: [entry('KAITO')], [far]: [entry('Kaito', 'Kyto')] })).toEqual([
      [near, 'KAITO'],
    ]);
  });

  it('takes a form from further entries that a nearer one has, and leaves them the others', () => {
    const owner = [entry('Kyoto', 'Kyto', 'Kioto')];
    expect(effective({ project: [entry('Kaito', 'kyto')], owner })).toEqual([
      ['project', 'Kaito', 'kyto'],
      ['owner', 'Kyoto', 'Kioto'],
    ]);
    // What is spelt right nearby is nothing to correct.
    expect(effective({ conversation: [entry('Kyto')], owner })).toEqual([
      ['conversation', 'Kyto'],
      ['owner', 'Kyoto', 'Kioto'],
    ]);
  });

  it('leaves out a further term that a nearer entry knows as a wrong spelling', () => {
    expect(effective({ conversation: [entry('Kaito', 'Kyoto')], owner: [entry('Kyoto')] })).toEqual(
      [['conversation', 'Kaito', 'Kyoto']],
    );
  });

  it('does not change when levels that have nothing to say about it change', () => {
    const near = { conversation: [entry('Kaito')] };
    expect(effective({ ...near, owner: [entry('kaito', 'Kaito')] })).toEqual(effective(near));
  });
});
