import { sizeInWords } from './project-words.ts';

describe('the size of a project', () => {
  it.each([
    [0, 0, 'Nothing in it yet'],
    [1, 0, '1 conversation'],
    [10, 1, '10 conversations · 1 document'],
    [0, 2, '2 documents'],
  ])(
    'with %i conversations and %i documents is “%s”',
    (conversationCount, documentCount, words) => {
      expect(sizeInWords({ conversationCount, documentCount })).toBe(words);
    },
  );
});
