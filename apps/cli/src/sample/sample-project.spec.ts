import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readSampleProject } from './sample-project.ts';

describe('the sample project', () => {
  const on = (day: string) =>
    readSampleProject(path.resolve('samples'), new Date(`${day}T12:00:00Z`), 'UTC');

  it('has expenses in the months before the present day, also across a year', () => {
    const [heading, ...rows] = on('2027-01-20').document.text.trim().split('\n');
    expect(heading).toBe('Date,Item,Category,Amount,Status');
    expect(rows.map((row) => row.slice(0, 7))).toEqual([
      '2026-10',
      '2026-11',
      '2026-11',
      '2026-12',
    ]);
  });

  it('has goals and milestones ahead', () => {
    const { goals, milestones } = on('2026-11-26').plan;
    for (const { by } of goals) expect(by > '2026-11-26').toBe(true);
    for (const milestone of milestones) expect(milestone.on > '2026-11-26').toBe(true);
  });
});
