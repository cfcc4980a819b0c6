import type { RangePreset } from '../history/range-picker';

/** Ranges of figures; without a start the API takes the last seven days of the log. */
export const figurePresets: readonly RangePreset[] = [
  { name: $localize`:A range|:Last 24 hours`, from: 'now-24h' },
  { name: $localize`:A range|:Last 7 days`, from: '' },
  { name: $localize`:A range|:Last 30 days`, from: 'now-30d' },
  { name: $localize`:A range|:Last 90 days`, from: 'now-90d' },
];
