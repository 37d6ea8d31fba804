import type { AgentView } from '#contracts/api';

export const AGENT_EXAMPLE: AgentView = {
  name: 'financial',
  label: 'Financial',
  description: 'Budget, expenses and commitments.',
  factTypes: [
    {
      name: 'expense',
      label: 'Expense',
      description: 'Money that was paid.',
      value: 'money',
      statuses: [],
    },
  ],
  categories: ['Travel', 'Other'],
};
