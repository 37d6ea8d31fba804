/** Task queue of the activities of the bare tree. */
export const BARE_ACTIVITIES = 'bare-activities';
