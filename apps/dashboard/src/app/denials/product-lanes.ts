import type { DenialSeriesDto } from '@license-monitor/api-contract';
import type { LaneMark } from '../plot/denial-lane';
import { toDenialMarks } from '../usage/denial-marks';
import { describeDenialCounts } from '../wording/denial-counts';

/** The denied requests of one product along a line of time. */
export interface ProductLane {
  readonly product: string;
  readonly marks: readonly LaneMark[];
  /** What the lane shows, in words. */
  readonly text: string;
}

const deniedRequests = $localize`{count, plural, one {{at}: # denied request, {cause}} other {{at}: # denied requests, {cause}}}`;

/** One lane per product, the one with most denied requests first. */
export function toProductLanes(series: DenialSeriesDto, zone: string): readonly ProductLane[] {
  return series.items.map(({ product, causes, points }) => ({
    product,
    text: describeDenialCounts(causes),
    marks: toDenialMarks(series, points, zone, deniedRequests),
  }));
}
