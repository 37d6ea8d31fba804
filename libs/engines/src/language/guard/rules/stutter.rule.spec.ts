import { describe, expect, it } from '@jest/globals';
import { itRefuses, itTakes, judged } from '../testing/judged.ts';

describe('words said twice', () => {
  itTakes([
    ['I I think we we should go', 'I think we should go'],
    ['we should we should go home', 'we should go home'],
    ['put it on, on Friday', 'put it on Friday'],
    ['no no no that is wrong', 'no that is wrong'],
    ['I think um I think so', 'I think so'],
    ['we need to meet- meeting them', 'we need to meeting them'],
    ["B-but I don't know th-that", "But I don't know that"],
    ["I don't I dont know", 'I dont know'],
  ]);
  itRefuses([
    ['he had had enough', 'he had enough'],
    ['what it is is a mess', 'what it is a mess'],
    ['call 5 5 5 0 1', 'call 5 0 1'],
    ['dial five five now', 'dial five now'],
    ['we saw Duran Duran live', 'we saw Duran live'],
    ['we went and they went', 'we went and they'],
    ['it is so so', 'it is so'],
    ['Will will open it', 'Will open it'],
    ['the plan is the budget', 'the budget'],
  ]);

  it('are a loop when they go round', () => {
    const loop = 'thank you thank you thank you thank you thank you';
    expect(judged(loop, 'thank you')).toEqual({ text: 'thank you', reasons: [], rules: ['loop'] });
  });
});
