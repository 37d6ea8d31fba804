import { SECTIONS, sectionOf } from './sections.ts';

describe('the section of a path', () => {
  it.each([
    ['/', 'conversations'],
    ['/conversations/cnv_1', 'conversations'],
    ['/projects', 'projects'],
    ['/projects/prj_1/agents/financial', 'projects'],
    ['/processing', 'activity'],
    ['/settings/backups', 'settings'],
    ['/settings/exports', 'settings'],
  ])('of %s is %s', (path, section) => {
    expect(sectionOf(path)).toBe(section);
  });

  it('is none for an address that leads nowhere', () => {
    expect(sectionOf('/nothing-here')).toBeNull();
  });

  it('is the section itself for each link of the rail', () => {
    expect(SECTIONS.map(({ to }) => sectionOf(to))).toEqual(SECTIONS.map(({ name }) => name));
  });
});
