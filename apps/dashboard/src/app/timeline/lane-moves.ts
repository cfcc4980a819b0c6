import type { Lane } from './lane-layout';

/** A bar by its lane and its place in it, both from 0. */
export interface BarPlace {
  readonly lane: number;
  readonly bar: number;
}

const PAGE_LANES = 10;

const within = (place: number, count: number): number => Math.max(0, Math.min(place, count - 1));

/** The bar of a lane whose middle is nearest to a place along the time. */
function findNearest({ bars }: Lane, middle: number): number {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  bars.forEach(({ x, width }, index) => {
    const distance = Math.abs(x + width / 2 - middle);
    if (distance < least) [nearest, least] = [index, distance];
  });
  return nearest;
}

/** The lane with bars that is `step` lanes away, or the next one beyond; else the nearest before. */
function findLane(lanes: readonly Lane[], from: number, step: number): number {
  const direction = Math.sign(step);
  let found = from;
  for (let at = from + direction; at >= 0 && at < lanes.length; at += direction) {
    if ((lanes[at]?.bars.length ?? 0) > 0) found = at;
    if (Math.abs(found - from) >= Math.abs(step)) break;
  }
  return found;
}

const barSteps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

const laneSteps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_LANES,
  PageUp: -PAGE_LANES,
};

/** The first bar of all; null where there is none. */
export function findFirstBar(lanes: readonly Lane[]): BarPlace | null {
  const lane = lanes.findIndex(({ bars }) => bars.length > 0);
  return lane === -1 ? null : { lane, bar: 0 };
}

/**
 * Where a key leads from a bar: left and right along its lane, up and down to the nearest bar of
 * another lane, Home and End to the ends of the lane. Null for other keys.
 */
export function moveInLanes(key: string, place: BarPlace, lanes: readonly Lane[]): BarPlace | null {
  const { bars = [] } = lanes[place.lane] ?? {};
  const current = bars[place.bar];
  if (current === undefined) return null;
  const barStep = barSteps[key];
  if (barStep !== undefined) return { ...place, bar: within(place.bar + barStep, bars.length) };
  const step = laneSteps[key];
  if (step === undefined) return null;
  const next = findLane(lanes, place.lane, step);
  const target = lanes[next];
  if (target === undefined || next === place.lane) return place;
  return { lane: next, bar: findNearest(target, current.x + current.width / 2) };
}
