import { describe, expect, it } from '@jest/globals';
import type { GlossaryEntry } from '#contracts/model';
import { addEntries, replaceEntry, withoutEntry } from './glossary-change.rule.ts';

const entry = (
  term: string,
  soundsLike: readonly string[] = [],
  language: string | null = null,
): GlossaryEntry => ({ term, soundsLike, language });
const KAITO = entry('Kaito', ['Kyto']);

describe('entries that are added', () => {
  it('follow those that are there', () => {
    expect(addEntries([KAITO], [entry('Heron')])).toEqual({
      kind: 'changed',
      entries: [KAITO, entry('Heron')],
    });
  });

  it('add to what a term sounds like, whatever its case, and give it their spelling', () => {
    const { entries } = changed(addEntries([KAITO], [entry('KAITO', ['kyto', 'Kayto'], 'en')]));
    expect(entries).toEqual([entry('KAITO', ['Kyto', 'Kayto'], 'en')]);
    expect(addEntries(entries, [entry('KAITO', ['Kayto'])])).toEqual({ kind: 'changed', entries });
  });

  it('have each form once, and not their own term', () => {
    const { entries } = changed(
      addEntries([], [entry('Kaito', ['kaito', 'Kyto', 'KYTO', 'kyto'])]),
    );
    expect(entries).toEqual([entry('Kaito', ['Kyto'])]);
  });

  it.each([
    ['two entries that sound alike', [entry('Kyoto', ['kyto'])], 'kyto'],
    ['a term that is a wrong spelling of another', [entry('Kyto')], 'Kyto'],
    ['a wrong spelling that is a term', [entry('Cato', ['kaito'])], 'kaito'],
  ])('are refused when nobody could say what is meant: %s', (_case, added, form) => {
    expect(addEntries([KAITO], added)).toMatchObject({
      ...{ kind: 'conflict', form },
      terms: ['Kaito', added[0]?.term],
    });
  });

  it('are refused when they are too many, or one has too many forms', () => {
    const many = Array.from({ length: 500 }, (_, n) => entry(`Term ${n}`));
    expect(addEntries(many, [])).toMatchObject({ kind: 'changed' });
    expect(addEntries(many, [KAITO])).toEqual({ kind: 'full', term: null });
    const forms = Array.from({ length: 20 }, (_, n) => `Kyto ${n}`);
    expect(addEntries([KAITO], [entry('Kaito', forms)])).toEqual({ kind: 'full', term: 'Kaito' });
  });
});

describe('an entry that is changed', () => {
  it('stays in its place, also with another term', () => {
    const entries = [entry('Heron'), KAITO, entry('Ada')];
    const next = entry('Kaito Tanaka', ['Kyto']);
    expect(replaceEntry(entries, 'kaito', next)).toEqual({
      kind: 'changed',
      entries: [entry('Heron'), next, entry('Ada')],
    });
  });

  it('is added when it is not there, so that the same change can be sent twice', () => {
    const once = changed(replaceEntry([KAITO], 'Kaito', entry('Tanaka'))).entries;
    expect(replaceEntry(once, 'Tanaka', entry('Tanaka'))).toEqual({
      kind: 'changed',
      entries: [entry('Tanaka')],
    });
  });

  it('cannot take the term or a form of another', () => {
    const entries = [KAITO, entry('Heron')];
    expect(replaceEntry(entries, 'Heron', entry('kaito'))).toMatchObject({ kind: 'conflict' });
    expect(replaceEntry(entries, 'Heron', entry('Heron', ['kyto']))).toMatchObject({
      kind: 'conflict',
    });
  });
});

describe('an entry that is removed', () => {
  it('is gone whatever the case of its name, and the others stay', () => {
    expect(withoutEntry([KAITO, entry('Heron')], 'KAITO')).toEqual([entry('Heron')]);
    expect(withoutEntry([KAITO], 'Heron')).toEqual([KAITO]);
  });
});

function changed(change: ReturnType<typeof addEntries>) {
  if (change.kind !== 'changed') throw new Error(`It was refused: ${change.kind}.`);
  return change;
}
