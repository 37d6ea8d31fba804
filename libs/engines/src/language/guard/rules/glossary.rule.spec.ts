import { describe, expect, it } from '@jest/globals';
import { correct } from '../../builtin/correct.ts';
import { itRefuses, itTakes, judged } from '../testing/judged.ts';
import { LOOK_ALIKE_NAMES } from '../testing/look-alike-names.ts';

describe('glossary terms', () => {
  itTakes([
    ['we run on cooper netties', 'we run on Kubernetes', 'Kubernetes'],
    ['we run on Cooper Netties', 'we run on Kubernetes', 'Kubernetes'],
    ['ask Shavon about it', 'ask Siobhan about it', 'Siobhan'],
    ['we use engine x there', 'we use nginx there', 'nginx'],
    ['met foreman twice', 'metformin twice', 'metformin'],
    ['we asked Kyto', 'we asked Kaito', 'Kaito'],
    ['we asked kayto tanaka', 'we asked Kaito Tanaka', 'Kaito Tanaka'],
    ["zoe's idea", "Zoë's idea", 'Zoë'],
    ['it is after word', 'it is Afterword', 'Afterword'],
  ]);
  itRefuses([
    ['I saw Luna there', 'I saw Lena there', 'Lena'],
    ['I take Celebrex daily', 'I take Celexa daily', 'Celexa'],
    ['sara tanaka called', 'Zara Tanaka called', 'Zara Tanaka'],
    ['it will do', 'it Willow', 'Willow'],
    ['the cooper left', 'the Kubernetes left', 'Kubernetes'],
    ['we asked them', 'we asked Kaito', 'Kaito'],
  ]);
});

describe('people with names that look alike', () => {
  it('are 52 pairs', () => expect(LOOK_ALIKE_NAMES).toHaveLength(52));

  it.each(LOOK_ALIKE_NAMES)('%s is never renamed to %s', (heard, term) => {
    for (const name of [heard, heard.toLowerCase()]) {
      const raw = `Then we met ${name} at the office.`;
      const answer = `Then we met ${term} at the office.`;
      const glossary = [term];
      expect(judged(raw, answer, { glossary }).text.toLowerCase()).toBe(raw.toLowerCase());
      const request = {
        speaker: 'Ada',
        texts: [raw],
        before: '',
        glossary,
        style: 'clean' as const,
      };
      expect(correct(request)[0]?.text.toLowerCase()).toBe(raw.toLowerCase());
    }
  });
});
