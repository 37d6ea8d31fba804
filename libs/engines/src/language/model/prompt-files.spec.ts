import { readPart, readPrompt } from './prompt-files.ts';

describe('a prompt of a file', () => {
  it('has its version, its rubric, and the parts that it names', () => {
    const { version, rubric, text } = readPrompt('score');
    expect(version).toBeGreaterThan(0);
    expect(rubric).toMatch(/^model-\d+$/);
    expect(text).toContain(readPart('language'));
    expect(text).not.toContain('---');
  });

  it('that is missing, or has no version, is named', () => {
    expect(() => readPrompt('poem')).toThrow('poem.md');
    expect(() => readPart('poem')).toThrow('poem.md');
    expect(() => readPrompt('parts/language')).toThrow('parts/language.md does not begin');
  });
});
