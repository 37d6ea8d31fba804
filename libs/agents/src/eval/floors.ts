/** The least that the rules of each agent must reach in each file of its cases. */
export const CASE_FLOORS = { precision: 0.9, recall: 0.7 } as const;
