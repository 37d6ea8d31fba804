import { tintsOf } from './speaker-tint.ts';

describe('colours of speakers', () => {
  it('are stable per speaker, differ between speakers, and repeat when they run out', () => {
    const tints = tintsOf(['Ada', 'Bo', 'Ada', 'Cy', 'Di', 'Ed', 'Flo', 'Gus']);
    expect(tints.get('Ada')).toBe(1);
    expect(tints.get('Bo')).toBe(2);
    expect(tints.get('Gus')).toBe(1);
  });
});
