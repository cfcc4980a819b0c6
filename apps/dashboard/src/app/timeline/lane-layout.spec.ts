import { array, assert, integer, property, record } from 'fast-check';
import { HOUR, NOW } from '../../testing/samples';
import { aBar, aTimeline } from '../../testing/timeline-samples';
import { layOutLanes, MAX_BARS, MAX_ROWS, topOfBar } from './lane-layout';

const lanesOf = (...bars: Parameters<typeof aBar>[0][]) =>
  layOutLanes(aTimeline([{ key: 'ann', bars: bars.map((bar, id) => aBar({ id, ...bar })) }]));
const start = NOW - 100 * HOUR;

describe('layOutLanes', () => {
  it('puts bars where their times are', () => {
    const [lane] = lanesOf({ startedAt: start + 10 * HOUR, endedAt: start + 30 * HOUR });
    expect(lane?.bars).toEqual([expect.objectContaining({ row: 0, x: 10, width: 20 })]);
  });

  it('cuts what lies outside of the range, and draws open sessions up to its end', () => {
    const [lane] = lanesOf(
      { startedAt: start - 9 * HOUR, endedAt: start + 5 * HOUR },
      { startedAt: start + 80 * HOUR, endedAt: null },
    );
    expect(lane?.bars.map(({ x, width }) => [x, width])).toEqual([
      [0, 5],
      [80, 20],
    ]);
  });

  it('gives sessions that are held at once rows of their own, and uses rows again', () => {
    const [lane] = lanesOf(
      { startedAt: start, endedAt: start + 10 * HOUR },
      { startedAt: start + 5 * HOUR, endedAt: start + 20 * HOUR },
      { startedAt: start + 10 * HOUR, endedAt: start + 12 * HOUR },
    );
    expect(lane?.bars.map(({ row }) => row)).toEqual([0, 1, 0]);
  });

  it('keeps the shortest session in sight', () => {
    const [lane] = lanesOf({ startedAt: NOW - 1, endedAt: NOW - 1 });
    const [bar] = lane?.bars ?? [];
    expect(bar?.width).toBeGreaterThan(0);
    expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(100);
  });

  it('stands lanes one below the other', () => {
    const timeline = aTimeline([
      { key: 'ann', bars: [aBar()] },
      { key: 'bob', bars: [] },
    ]);
    const [ann, bob] = layOutLanes(timeline);
    expect(bob?.top).toBe(ann?.height);
  });

  it('says that a lane is too small for all that is held at once', () => {
    const many = Array.from({ length: MAX_ROWS + 5 }, () => ({ startedAt: start, endedAt: null }));
    const [lane] = lanesOf(...many);
    expect(lane?.isCrowded).toBe(true);
    expect(Math.max(...(lane?.bars ?? []).map(({ row }) => row))).toBe(MAX_ROWS - 1);
  });

  it('joins what cannot be told apart until few bars are left, and counts it', () => {
    const minute = 60_000;
    const many = Array.from({ length: 3_000 }, (_, nth) => ({
      startedAt: start + 2 * nth * minute,
      endedAt: start + (2 * nth + 1) * minute,
    }));
    const [lane] = lanesOf(...many);
    expect(lane?.bars.length).toBeLessThanOrEqual(MAX_BARS);
    expect(lane?.bars.reduce((sum, { bar }) => sum + bar.sessions, 0)).toBe(3_000);
  });

  it('loses no session, and draws no bar over another of its row', () => {
    const spans = record({
      from: integer({ min: 0, max: 99 }),
      length: integer({ min: 1, max: 40 }),
    });
    assert(
      property(array(spans, { maxLength: 25 }), (list) => {
        const [lane] = lanesOf(
          ...list.map(({ from, length }) => ({
            startedAt: start + from * HOUR,
            endedAt: Math.min(NOW, start + (from + length) * HOUR),
          })),
        );
        const bars = lane?.bars ?? [];
        expect(bars.reduce((sum, { bar }) => sum + bar.sessions, 0)).toBe(list.length);
        for (const a of bars) {
          for (const b of bars) {
            const isApart = a.x + a.width <= b.x + 0.01 || b.x + b.width <= a.x + 0.01;
            expect(a === b || a.row !== b.row || isApart).toBe(true);
          }
        }
      }),
    );
  });
});

describe('topOfBar', () => {
  it('centres the rows of a low lane', () => {
    const [lane] = lanesOf({ startedAt: start, endedAt: start + HOUR });
    expect(topOfBar(lane!, lane!.bars[0]!)).toBe(6);
  });
});
