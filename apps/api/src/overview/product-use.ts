import { findPeak, peaksPerBucket, type Steps } from '@license-monitor/analytics';

const HOUR_MS = 60 * 60_000;
const HOURS = 24;

/** The instants between which the log was observed, and between which peaks are asked. */
export interface UseWindow {
  readonly now: number;
  readonly todayFrom: number;
  /** Start of the 24 hours that end now. */
  readonly dayFrom: number;
  /** Before it and after it nothing is known; null when nothing is known at all. */
  readonly observedFrom: number | null;
  readonly observedTo: number | null;
}

export interface ProductPeaks {
  readonly peakToday: number | null;
  readonly peakTodayAt: number | null;
  readonly hourlyPeaks: readonly (number | null)[];
}

/** Peaks of U(t) of one product and model within a window. */
export function findPeaks(steps: Steps, window: UseWindow): ProductPeaks {
  const peaks = peaksPerBucket(steps, window.dayFrom, HOUR_MS, HOURS);
  const today = findPeak(steps, window.todayFrom, window.now);
  const isTodayKnown = isObserved(window.todayFrom, window.now, window);
  return {
    peakToday: isTodayKnown ? (today?.inUse ?? null) : null,
    peakTodayAt: isTodayKnown ? (today?.at ?? null) : null,
    hourlyPeaks: peaks.map((peak, hour) => {
      const from = window.dayFrom + hour * HOUR_MS;
      return isObserved(from, from + HOUR_MS, window) ? peak : null;
    }),
  };
}

/** Whether at least some of [from, to) was observed. */
function isObserved(from: number, to: number, { observedFrom, observedTo }: UseWindow): boolean {
  return observedFrom !== null && observedTo !== null && observedFrom < to && observedTo >= from;
}
