import type { FactType } from '#contracts/model';

/** What the safety agent reads. */
export const SAFETY_FACT_TYPES: readonly FactType[] = [
  {
    name: 'hazard',
    label: 'Hazard',
    description: 'Something that may hurt people, or the statement that it was removed.',
    value: 'none',
    statuses: ['open', 'removed'],
  },
  {
    name: 'incident',
    label: 'Incident',
    description: 'Something that has happened in which people were hurt, or nearly so.',
    value: 'none',
    statuses: [],
  },
];
