import { describe, expect, it } from '@jest/globals';
import { shouldBecomeCurrent } from './worker-version.rule.ts';

const OLD = { buildId: 'old', wasCurrent: true };
const NEW = { buildId: 'new', wasCurrent: false };

describe('the version of a worker', () => {
  it('becomes current when no version is', () => {
    const situation = { own: 'new', current: null, known: [NEW], served: ['new'] };
    expect(shouldBecomeCurrent(situation)).toBe(true);
  });

  it('becomes current when it is new, although the current version is still served', () => {
    const situation = { own: 'new', current: 'old', known: [OLD, NEW], served: ['old', 'new'] };
    expect(shouldBecomeCurrent(situation)).toBe(true);
  });

  it('does not become current when an old worker restarts next to a newer one', () => {
    const known = [OLD, { ...NEW, wasCurrent: true }];
    const situation = { own: 'old', current: 'new', known, served: ['old', 'new'] };
    expect(shouldBecomeCurrent(situation)).toBe(false);
  });

  it('becomes current again when no worker serves the current version', () => {
    const known = [OLD, { ...NEW, wasCurrent: true }];
    const situation = { own: 'old', current: 'new', known, served: ['old'] };
    expect(shouldBecomeCurrent(situation)).toBe(true);
  });

  it('changes nothing when it is current already', () => {
    const situation = { own: 'old', current: 'old', known: [OLD], served: [] };
    expect(shouldBecomeCurrent(situation)).toBe(false);
  });
});
