import { describe } from '@jest/globals';
import { itRefuses, itTakes } from '../testing/judged.ts';

describe('contractions', () => {
  itTakes([
    ['Im sure that Ive seen it', "I'm sure that I've seen it"],
    ['we dont know', "we don't know"],
    ["we don't know", 'we do not know'],
    ['we can not go', 'we cannot go'],
    ['it is late', "it's late"],
    ["it's been late", 'it has been late'],
    ["I'd like that", 'I would like that'],
    ['whats that', "what's that"],
    ['we are going to go', 'we are gonna go'],
    ['I would go', "I'd go"],
  ]);
  itRefuses([
    ["she'd left", 'she would left'],
    ["it's been late", 'it is been late'],
    ['its name', "it's name"],
    ['we were late', "we're late"],
    ['he is ill today', "he is I'll today"],
    ['the well is dry', "the we'll is dry"],
    ['we do go', "we don't go"],
    ["Tom's car", 'Tom is car'],
  ]);
});
