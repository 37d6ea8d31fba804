import type { FactType } from '#contracts/model';

/** What the financial agent reads. All values are money, apart from shares and spans of time. */
export const FINANCIAL_FACT_TYPES: readonly FactType[] = [
  {
    name: 'budget',
    label: 'Budget',
    description: 'Money that is set aside or allowed, for the project or for a part of it.',
    value: 'money',
    statuses: [],
  },
  {
    name: 'expense',
    label: 'Expense',
    description:
      'Money of the project that was spent, or what something has cost it. What something costs is a price, a part of it that is paid ahead is a deposit.',
    value: 'money',
    statuses: ['price', 'deposit'],
  },
  {
    name: 'income',
    label: 'Income',
    description:
      'Money that the project has received or will receive. What was refused or withdrawn is rejected, and a loan is lent: neither is counted.',
    value: 'money',
    statuses: ['received', 'expected', 'rejected', 'lent'],
  },
  {
    name: 'commitment',
    label: 'Commitment',
    description: 'Money that the project has to pay, because it was ordered, booked or agreed.',
    value: 'money',
    statuses: ['cancelled'],
  },
  {
    name: 'invoice',
    label: 'Invoice',
    description: 'A bill that the project got, or a payment that is due.',
    value: 'money',
    statuses: ['due', 'overdue', 'paid', 'cancelled'],
  },
  {
    name: 'closing',
    label: 'Paid or cancelled',
    description:
      'That what was ordered or billed earlier is paid or cancelled, said without its amount.',
    value: 'none',
    statuses: ['paid', 'cancelled'],
  },
  {
    name: 'term',
    label: 'Ends',
    description:
      'When something that is paid again and again ends, as in "until March", or for how long it is paid, as in "for six months".',
    value: 'optional',
    statuses: [],
  },
  {
    name: 'quote',
    label: 'Quote',
    description: 'A price that a supplier asks; nothing is ordered yet.',
    value: 'money',
    statuses: ['accepted', 'declined'],
  },
  {
    name: 'estimate',
    label: 'Estimate',
    description: 'What something is expected to cost.',
    value: 'money',
    statuses: [],
  },
  {
    name: 'share',
    label: 'Share of the budget',
    description: 'A part of the budget, stated as a percentage of it.',
    value: 'percent',
    statuses: [],
  },
  {
    name: 'variance',
    label: 'Over or under budget',
    description: 'How far something is over or under its budget, as somebody states it.',
    value: 'any',
    statuses: ['over', 'under'],
  },
];
