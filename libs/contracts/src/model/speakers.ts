/** Speaker of a clip whose upload names none. */
export const DEFAULT_SPEAKER = 'Speaker';
