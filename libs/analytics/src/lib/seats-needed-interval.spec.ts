import fc from 'fast-check';
import { seededRandom } from './seeded-random';
import type { DemandRequest } from './demand';
import { seatsNeeded } from './seats-needed';
import { seatsNeededInterval } from './seats-needed-interval';

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
const START = Date.parse('2025-06-02T00:00:00Z');

/** Weeks in which so many people work at the same time on Monday from 8 to 16 o'clock. */
const weeksOf = (...people: number[]): DemandRequest[] =>
  people.flatMap((count, week) =>
    Array.from({ length: count }, (_, index) => ({
      at: START + week * WEEK + 8 * HOUR + index,
      lengthMs: 8 * HOUR,
      quantity: 1,
      seat: `seat ${index}`,
      person: `person ${index}`,
    })),
  );
const rangeOf = (weeks: number) => ({ from: START, to: START + weeks * WEEK });
const settings = (seed = 1) => ({ epsilon: 0, random: seededRandom(seed) });

describe('seatsNeededInterval', () => {
  it('is a point where all weeks are alike', () => {
    expect(seatsNeededInterval(weeksOf(5, 5, 5, 5), rangeOf(4), settings())).toEqual({
      low: 5,
      median: 5,
      high: 5,
      weeks: 4,
    });
  });

  it('tells how much one busy week of ten matters', () => {
    const demand = weeksOf(4, 5, 4, 5, 4, 12, 5, 4, 5, 4);
    // The busy week is drawn in 1 − 0.9¹⁰ ≈ 65 % of the periods.
    expect(seatsNeededInterval(demand, rangeOf(10), settings())).toEqual({
      low: 5,
      median: 12,
      high: 12,
      weeks: 10,
    });
    const narrow = { ...settings(), confidence: 0.2 };
    expect(seatsNeededInterval(demand, rangeOf(10), narrow)).toMatchObject({ low: 12, high: 12 });
  });

  it('is the same for the same seed', () => {
    const demand = weeksOf(1, 9, 3, 7, 2);
    const interval = seatsNeededInterval(demand, rangeOf(5), settings(3));
    expect(seatsNeededInterval(demand, rangeOf(5), settings(3))).toEqual(interval);
  });

  it('knows a week without a request', () => {
    const random = () => 0.99;
    expect(seatsNeededInterval(weeksOf(3, 0), rangeOf(2), { epsilon: 0, random })).toMatchObject({
      median: 0,
    });
  });

  it('leaves out what is not a whole week of the range', () => {
    const outside = [
      ...weeksOf(2, 2, 50),
      ...weeksOf(30).map((one) => ({ ...one, at: START - 1 })),
    ];
    const range = { from: START, to: START + 2.5 * WEEK };
    expect(seatsNeededInterval(outside, range, settings())).toMatchObject({ high: 2, weeks: 2 });
  });

  it('lets a session reach into the next week', () => {
    const long = weeksOf(1, 1).map((one, week) => ({
      ...one,
      seat: `${week}`,
      lengthMs: WEEK + 1,
    }));
    expect(
      seatsNeededInterval(long, rangeOf(2), { ...settings(), counting: 'quantities' }),
    ).toEqual({
      low: 2,
      median: 2,
      high: 2,
      weeks: 2,
    });
  });

  it.each([0, 1, 1.9])('is not known of %f weeks', (weeks) => {
    expect(seatsNeededInterval(weeksOf(3), rangeOf(weeks), settings())).toBeUndefined();
  });

  it('is not known without a request', () => {
    expect(seatsNeededInterval([], rangeOf(8), settings())).toBeUndefined();
  });

  it('is in order, and within what single weeks need when no session leaves its week', () => {
    const anyWeeks = fc.array(fc.nat(8), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(anyWeeks, fc.nat(1_000), (people, seed) => {
        fc.pre(people.some((count) => count > 0));
        const demand = weeksOf(...people);
        const found = seatsNeededInterval(demand, rangeOf(people.length), {
          ...settings(seed),
          rounds: 20,
        });
        expect(found?.low).toBeGreaterThanOrEqual(Math.min(...people));
        expect(found?.median).toBeGreaterThanOrEqual(found?.low ?? NaN);
        expect(found?.high).toBeGreaterThanOrEqual(found?.median ?? NaN);
        expect(found?.high).toBeLessThanOrEqual(seatsNeeded(demand, 0) ?? NaN);
      }),
    );
  });

  it.each([{ rounds: 0 }, { rounds: 1.5 }, { confidence: 1.5 }, { epsilon: -1 }])(
    'refuses %j',
    (wrong) => {
      const find = () =>
        seatsNeededInterval(weeksOf(1, 1), rangeOf(2), { ...settings(), ...wrong });
      expect(find).toThrow(RangeError);
    },
  );
});
