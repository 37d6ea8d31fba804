import { describe } from '@jest/globals';
import { itRefuses, itTakes } from '../testing/judged.ts';

describe('fillers', () => {
  itTakes([
    ['um I uh think er so', 'I think so'],
    ['it is like you know really good', 'it is really good'],
    ['you know it is late', 'it is late'],
    ['it is, you know, late', 'it is, late'],
    ['I mean we could go', 'we could go'],
    ['okay so yeah we agreed', 'we agreed'],
    ['so we left', 'we left'],
    ['we are, like, done', 'we are, done'],
  ]);
  itRefuses([
    ['do you know him', 'do him'],
    ['if you know the answer', 'if the answer'],
    ['I hope you know it', 'I hope it'],
    ['I like it', 'I it'],
    ['they look like him', 'they look him'],
    ['yeah we agreed', 'we agreed'],
    ['okay', ''],
    ['it is sort of done', 'it is done'],
    ['we basically agreed', 'we agreed'],
    ['what I mean is this', 'what is this'],
    ['well is dry', 'is dry'],
  ]);
});
