import { HOUR, NOW } from '../../testing/samples';
import { aBar, aTimeline } from '../../testing/timeline-samples';
import { layOutLanes } from './lane-layout';
import { findFirstBar, moveInLanes } from './lane-moves';

const start = NOW - 100 * HOUR;
const at = (hour: number) =>
  aBar({ id: hour, startedAt: start + hour * HOUR, endedAt: start + (hour + 1) * HOUR });
const lanes = layOutLanes(
  aTimeline([
    { key: 'ann', bars: [at(0), at(50), at(90)] },
    { key: 'nobody', bars: [] },
    { key: 'bob', bars: [at(10), at(55)] },
    { key: 'eve', bars: [at(99)] },
  ]),
);
const move = (key: string, lane: number, bar: number) => {
  const place = moveInLanes(key, { lane, bar }, lanes);
  return place && [place.lane, place.bar];
};

describe('moveInLanes', () => {
  it('goes along the lane and stops at its ends', () => {
    expect(move('ArrowRight', 0, 0)).toEqual([0, 1]);
    expect(move('ArrowRight', 0, 2)).toEqual([0, 2]);
    expect(move('ArrowLeft', 0, 0)).toEqual([0, 0]);
    expect(move('End', 0, 0)).toEqual([0, 2]);
    expect(move('Home', 0, 2)).toEqual([0, 0]);
  });

  it('goes to the nearest bar of the next lane that has one', () => {
    expect(move('ArrowDown', 0, 1)).toEqual([2, 1]);
    expect(move('ArrowUp', 2, 0)).toEqual([0, 0]);
    expect(move('ArrowUp', 0, 0)).toEqual([0, 0]);
  });

  it('goes as far as there are lanes', () => {
    expect(move('PageDown', 0, 0)).toEqual([3, 0]);
    expect(move('PageUp', 3, 0)).toEqual([0, 2]);
  });

  it('leaves other keys alone', () => {
    expect(move('a', 0, 0)).toBeNull();
    expect(move('ArrowDown', 1, 0)).toBeNull();
  });
});

describe('findFirstBar', () => {
  it('skips lanes without bars', () => {
    expect(findFirstBar(lanes.slice(1))).toEqual({ lane: 1, bar: 0 });
    expect(findFirstBar(lanes.slice(1, 2))).toBeNull();
  });
});
