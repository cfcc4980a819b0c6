import { toPlace } from '../plot/plot-scale';
import type { SubjectDay } from './subject-days';

/** One day of a strip, in percent of its width and height. */
export interface DayBar {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  /** Whether the day was not observed: then it is hatched over its whole height. */
  readonly isUnknown: boolean;
}

/** How much of a day's room its bar takes. */
const FILLED = 0.8;
const HIGHEST = 96;

/** Lays out days as bars, as wide as each other and as high as their use; no use has no bar. */
export function toDayBars(days: readonly Pick<SubjectDay, 'sessionMs'>[]): readonly DayBar[] {
  const room = 100 / days.length;
  const greatest = Math.max(1, ...days.map(({ sessionMs }) => sessionMs ?? 0));
  return days.flatMap(({ sessionMs }, index): readonly DayBar[] => {
    const x = toPlace(index * room);
    if (sessionMs === null) {
      return [{ x, width: toPlace(room), height: 100, isUnknown: true }];
    }
    const height = toPlace((sessionMs / greatest) * HIGHEST);
    return sessionMs === 0 ? [] : [{ x, width: toPlace(room * FILLED), height, isUnknown: false }];
  });
}
