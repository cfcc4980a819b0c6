import { assert, constantFrom, integer, property } from 'fast-check';
import { toWallClock } from '../view-state/zone';
import { HOUR } from '../../testing/samples';
import { toTimeTicks } from './time-ticks';

const PARIS = 'Europe/Paris';
const clocksOf = (from: number, hours: number, most: number) =>
  toTimeTicks({ from, to: from + hours * HOUR }, PARIS, most).map((at) =>
    toWallClock(at, PARIS).slice(5, 16),
  );

describe('toTimeTicks', () => {
  it('stand at round wall clocks', () => {
    const from = Date.UTC(2026, 10, 23, 7, 20);
    expect(clocksOf(from, 12, 5)).toEqual([
      '11-23T09:00',
      '11-23T12:00',
      '11-23T15:00',
      '11-23T18:00',
    ]);
  });

  it('stand at midnights, also where the clock changes', () => {
    const from = Date.UTC(2026, 9, 23, 12);
    expect(clocksOf(from, 96, 4)).toEqual([
      '10-24T00:00',
      '10-25T00:00',
      '10-26T00:00',
      '10-27T00:00',
    ]);
  });

  it('stand at Mondays where they are weeks apart', () => {
    const from = Date.UTC(2026, 9, 31, 12);
    expect(clocksOf(from, 24 * 28, 5)).toEqual([
      '11-02T00:00',
      '11-09T00:00',
      '11-16T00:00',
      '11-23T00:00',
    ]);
  });

  it('are within the range, in order, and not too many', () => {
    const zones = constantFrom('UTC', PARIS, 'America/St_Johns', 'Asia/Kolkata');
    assert(
      property(
        integer({ min: 1e12, max: 2e12 }),
        integer({ min: 1, max: 30_000 }),
        zones,
        (from, hours, zone) => {
          const to = from + hours * HOUR;
          const ticks = toTimeTicks({ from, to }, zone, 8);
          expect(ticks.length).toBeLessThanOrEqual(9);
          ticks.forEach((at, index) => {
            expect(at).toBeGreaterThanOrEqual(from);
            expect(at).toBeLessThanOrEqual(to);
            expect(at).toBeGreaterThan(ticks[index - 1] ?? 0);
          });
        },
      ),
      { numRuns: 50 },
    );
  });
});
