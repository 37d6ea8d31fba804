import { fileURLToPath } from 'node:url';
import { score } from '../language/builtin/score.ts';
import { readCases } from './cases.ts';
import { dialoguesOf } from './dialogues.ts';
import { measureScores } from './scores.ts';

const CASES = fileURLToPath(new URL('../language/builtin/score/cases', import.meta.url));

describe('the scores of the builtin engine on the committed dialogues', () => {
  it('reach their floors, and beat every baseline', async () => {
    const [builtin, ...baselines] = await measureScores(
      'builtin',
      score,
      dialoguesOf(readCases(CASES).conversations),
    );
    expect(baselines.map(({ name }) => name)).toEqual(['random', 'length', 'recency']);
    expect(builtin?.areaUnderCurve).toBeGreaterThanOrEqual(0.9);
    expect(builtin?.precisionOfPins).toBeGreaterThanOrEqual(0.75);
    for (const { areaUnderCurve, precisionOfPins } of baselines) {
      expect(areaUnderCurve).toBeLessThan(builtin?.areaUnderCurve ?? 0);
      expect(precisionOfPins).toBeLessThan(builtin?.precisionOfPins ?? 0);
    }
  });
});

describe('measuring', () => {
  const turn = (text: string, importance: number) => ({ speaker: 'Ada', text, importance });

  it('takes the turns before from the same session only, and counts what was found', async () => {
    const seen: (readonly string[])[] = [];
    const turns = ['a', 'b', 'c'].map((text, at) => ({
      ...turn(text, at),
      session: at < 2 ? 1 : 2,
    }));
    const spy = ({ narrative, priorDialogue }: Parameters<typeof score>[0]) => {
      seen.push([narrative, ...priorDialogue.map(({ text }) => text)]);
      return { significance: 1 as const, value: narrative.endsWith('c') ? 1 : 0, reason: '' };
    };
    const [measured] = await measureScores('spy', spy, [{ turns }]);
    expect(seen).toEqual([['Ada: a'], ['Ada: b', 'a'], ['Ada: c']]);
    expect(measured).toEqual({ name: 'spy', areaUnderCurve: 1, precisionOfPins: 1 });
  });
});
