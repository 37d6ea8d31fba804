import type { FactType } from '#contracts/model';

/** What the performance agent reads. */
export const PERFORMANCE_FACT_TYPES: readonly FactType[] = [
  {
    name: 'goal',
    label: 'Goal',
    description:
      'Something the project is to reach: the target as its value if it has a number, and the date by when. The label names what is measured or reached, without the number.',
    value: 'optional',
    statuses: [],
  },
  {
    name: 'milestone',
    label: 'Milestone',
    description:
      'A dated event of the project, such as a launch, a release, a deadline or a review; not a meeting or an appointment. The value is by how much its date moves, when no new date is named: "slipped by two weeks".',
    value: 'optional',
    statuses: ['planned', 'moved', 'brought forward', 'postponed', 'cancelled', 'reached'],
  },
  {
    name: 'metric',
    label: 'Metric',
    description:
      'A measured value that is true at the time of the statement: a quantity or a percentage. The label names what is measured, without the number. When the number is not how many there are now, but how many came or went ("we lost 200 subscribers", "sold another 50 tickets"), the status is gained or lost.',
    value: 'any',
    statuses: ['gained', 'lost'],
  },
  {
    name: 'commitment',
    label: 'Commitment',
    description:
      'Work that a person takes on, also from another one, with who and by when; or the statement that it was done or will not be done.',
    value: 'none',
    statuses: ['open', 'taken over', 'kept', 'broken'],
  },
  {
    name: 'blocker',
    label: 'Blocker',
    description: 'Something that keeps the work from going on, or the statement that it is gone.',
    value: 'none',
    statuses: ['open', 'resolved'],
  },
  {
    name: 'risk',
    label: 'Risk',
    description: 'Something that people fear may happen to the project.',
    value: 'none',
    statuses: [],
    tentative: true,
  },
  {
    name: 'decision',
    label: 'Decision',
    description:
      'Something that was decided or agreed; with status against when it was decided not to do it, and status instead when it replaces what was decided before.',
    value: 'none',
    statuses: ['against', 'instead'],
  },
];
