/** The first and the longest pause before what failed is tried again; it doubles in between. */
export const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** The pause after the one before. */
export const longerPause = (pauseMs: number): number => Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
