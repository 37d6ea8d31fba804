import type { Project, ProjectPlanBody } from '#contracts/api';
import { EXAMPLE } from '../openapi/example-ids.ts';

export const PROJECT_EXAMPLE: Project = {
  id: EXAMPLE.projectId,
  ownerId: 'ada',
  name: 'Summer festival',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  refresh: 'onChange',
  summaryStyle: null,
  transcriptStyle: null,
  spokenLanguage: null,
  conversationCount: 4,
  documentCount: 1,
  createdAt: EXAMPLE.createdAt,
  updatedAt: '2026-11-22T09:30:30.000Z',
};

export const PLAN_EXAMPLE: ProjectPlanBody = {
  budget: [
    { category: 'Venue', month: null, amount: '12000.00' },
    { category: 'Printing', month: '2026-12', amount: '800' },
  ],
  goals: [{ name: 'Tickets sold', target: '500', unit: 'ticket', by: '2027-06-01' }],
  milestones: [{ name: 'Contract signed', on: '2026-12-15' }],
};
