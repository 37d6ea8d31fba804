/** The resources that are limited for each owner. */
export const OWNER_LIMITS = ['tasksInFlight', 'bytesPerDay', 'audioPerDay'] as const;
export type OwnerLimit = (typeof OWNER_LIMITS)[number];
