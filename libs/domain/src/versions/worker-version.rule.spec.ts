import { describe, expect, it } from '@jest/globals';
import { shouldBecomeCurrent } from './worker-version.rule.ts';

const OLD = { buildId: 'old', wasCurrent: true };
const NEW = { buildId: 'new', wasCurrent: false };

describe('the version of a worker', () => {
  it('becomes the current one when there is none', () => {
    const situation = { own: 'new', current: null, known: [NEW], served: ['new'] };
    expect(shouldBecomeCurrent(situation)).toBe(true);
  });

  it('becomes the current one when it is new, though the other is still served', () => {
    const situation = { own: 'new', current: 'old', known: [OLD, NEW], served: ['old', 'new'] };
    expect(shouldBecomeCurrent(situation)).toBe(true);
  });

  it('stays behind when an old worker is started again beside a newer one', () => {
    const known = [OLD, { ...NEW, wasCurrent: true }];
    const situation = { own: 'old', current: 'new', known, served: ['old', 'new'] };
    expect(shouldBecomeCurrent(situation)).toBe(false);
  });

  it('comes back when nobody serves the current one any more', () => {
    const known = [OLD, { ...NEW, wasCurrent: true }];
    const situation = { own: 'old', current: 'new', known, served: ['old'] };
    expect(shouldBecomeCurrent(situation)).toBe(true);
  });

  it('has nothing to become when it is the current one', () => {
    const situation = { own: 'old', current: 'old', known: [OLD], served: [] };
    expect(shouldBecomeCurrent(situation)).toBe(false);
  });
});
