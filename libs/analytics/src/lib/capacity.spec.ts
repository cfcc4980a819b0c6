import {
  boundedCapacity,
  capacityIntervals,
  capacitySteps,
  sumCapacity,
  type Capacity,
} from './capacity';
import type { CapacityPool, CapacityReport, CapacitySource } from './capacity-statements';

const pool = (seats: number | null, over: Partial<CapacityPool> = {}): CapacityPool => ({
  key: 'a',
  seats,
  from: null,
  to: null,
  ...over,
});
const report = (
  source: CapacitySource,
  from: number,
  ...pools: readonly CapacityPool[]
): CapacityReport => ({ source, from, to: null, pools });

/** `from–to: seats source`, for reading. */
const told = (...reports: readonly CapacityReport[]) =>
  capacityIntervals(reports).map(({ from, to, seats, isAssumed, source }) =>
    [`${from}–${to ?? ''}:`, seats ?? 'unlimited', source, ...(isAssumed ? ['assumed'] : [])].join(
      ' ',
    ),
  );

describe('the capacity of a product', () => {
  it('is not known before anybody said anything', () => {
    expect(told()).toEqual([]);
    expect(told(report('usageCsv', 100, pool(5)))).toEqual(['100–: 5 usageCsv']);
  });

  it('is the sum of its pools, and without limit where one is', () => {
    expect(told(report('usageCsv', 0, pool(5), pool(3)))).toEqual(['0–: 8 usageCsv']);
    expect(told(report('usageCsv', 0, pool(5), pool(null)))).toEqual(['0–: unlimited usageCsv']);
  });

  it('holds until the next report of the same source says otherwise', () => {
    expect(
      told(
        report('usageCsv', 30, pool(7)),
        report('usageCsv', 10, pool(5)),
        report('usageCsv', 20, pool(5)),
      ),
    ).toEqual(['10–30: 5 usageCsv', '30–: 7 usageCsv']);
  });

  it('is none, and known to be, once a report no longer has it', () => {
    expect(told(report('usageText', 10, pool(5)), report('usageText', 20))).toEqual([
      '10–20: 5 usageText',
      '20–: 0 usageText',
    ]);
  });

  it('loses a pool when that expires', () => {
    expect(told(report('usageCsv', 10, pool(5), pool(3, { to: 40 })))).toEqual([
      '10–40: 8 usageCsv',
      '40–: 5 usageCsv',
    ]);
  });

  it('is not known after all of the last report has expired', () => {
    expect(told(report('usageCsv', 10, pool(5, { to: 40 }), pool(3, { to: 30 })))).toEqual([
      '10–30: 8 usageCsv',
      '30–40: 5 usageCsv',
    ]);
  });

  it('is none between the expiry of a pool and the next report', () => {
    expect(told(report('usageCsv', 10, pool(5, { to: 40 })), report('usageCsv', 60))).toEqual([
      '10–40: 5 usageCsv',
      '40–: 0 usageCsv',
    ]);
  });

  it('ends where a report was withdrawn', () => {
    expect(told({ ...report('usageCsv', 10, pool(5)), to: 20 })).toEqual(['10–20: 5 usageCsv']);
  });

  it('is what the last of several reports of one instant says', () => {
    expect(told(report('usageCsv', 10, pool(5)), report('usageCsv', 10, pool(6)))).toEqual([
      '10–: 6 usageCsv',
    ]);
  });
});

describe('a list of enrolled licences', () => {
  it('speaks of the time before it, back to the start of each licence, as an assumption', () => {
    expect(
      told(report('licenseInfo', 100, pool(5, { from: 20 }), pool(3, { from: 60, to: 150 }))),
    ).toEqual([
      '20–60: 5 licenseInfo assumed',
      '60–100: 8 licenseInfo assumed',
      '100–150: 8 licenseInfo',
      '150–: 5 licenseInfo',
    ]);
  });

  it('knows that a licence has not begun', () => {
    expect(told(report('licenseInfo', 10, pool(5, { from: 30 })))).toEqual([
      '10–30: 0 licenseInfo',
      '30–: 5 licenseInfo',
    ]);
  });

  it('says nothing of the past of a licence without a start', () => {
    expect(told(report('licenseInfo', 10, pool(5)))).toEqual(['10–: 5 licenseInfo']);
  });

  it('does not speak of a time of which an earlier list spoke', () => {
    const early = report('licenseInfo', 50, pool(5, { from: 20 }));
    const late = report('licenseInfo', 80, pool(5, { from: 20 }), pool(3, { from: 30 }));
    expect(told(early, late)).toEqual([
      '20–50: 5 licenseInfo assumed',
      '50–80: 5 licenseInfo',
      '80–: 8 licenseInfo',
    ]);
  });
});

describe('the file kept by hand', () => {
  it('counts as it was read last, for the past as well', () => {
    expect(
      told(
        report('manual', 100, pool(5, { from: 10 })),
        report('manual', 200, pool(7, { from: 20, to: 300 })),
      ),
    ).toEqual(['20–300: 7 manual']);
  });

  it('is an assumption before it was read where an entry has no start', () => {
    expect(told(report('manual', 100, pool(5), pool(2, { from: 50 })))).toEqual([
      '0–50: 5 manual assumed',
      '50–100: 7 manual assumed',
      '100–: 7 manual',
    ]);
  });

  it('leaves the word to others where it has no entry', () => {
    expect(
      told(
        report('manual', 100),
        report('manual', 100, pool(5, { from: 20, to: 60 })),
        report('usageCsv', 10, pool(4)),
      ),
    ).toEqual(['10–20: 4 usageCsv', '20–60: 5 manual', '60–: 4 usageCsv']);
    expect(told(report('manual', 100), report('usageCsv', 10, pool(4)))).toEqual([
      '10–: 4 usageCsv',
    ]);
  });
});

describe('sources that contradict each other', () => {
  it('are listed beside the one that counts', () => {
    expect(
      capacityIntervals([
        report('usageText', 10, pool(4)),
        report('licenseInfo', 10, pool(6)),
        report('usageCsv', 20, pool(6)),
        report('manual', 0, pool(null, { from: 30 })),
      ]),
    ).toEqual([
      {
        from: 10,
        to: 20,
        seats: 4,
        source: 'usageText',
        isAssumed: false,
        others: [{ source: 'licenseInfo', seats: 6 }],
      },
      {
        from: 20,
        to: 30,
        seats: 6,
        source: 'usageCsv',
        isAssumed: false,
        others: [{ source: 'usageText', seats: 4 }],
      },
      {
        from: 30,
        to: null,
        seats: null,
        source: 'manual',
        isAssumed: false,
        others: [
          { source: 'usageCsv', seats: 6 },
          { source: 'usageText', seats: 4 },
          { source: 'licenseInfo', seats: 6 },
        ],
      },
    ]);
  });
});

const capacity = (from: number, to: number | null, seats: number | null): Capacity => ({
  from,
  to,
  seats,
  isAssumed: false,
});

describe('the capacity of several servers', () => {
  it('is known where that of all is', () => {
    expect(sumCapacity([[capacity(0, 50, 5)], [capacity(20, null, 3)]])).toEqual([
      capacity(20, 50, 8),
    ]);
  });

  it('is without limit where that of one is, and assumed where that of one is', () => {
    const assumed = { ...capacity(0, 20, 2), isAssumed: true };
    const other = [capacity(0, 10, 5), capacity(10, 30, null)];
    expect(sumCapacity([[assumed], other])).toEqual([
      { from: 0, to: 10, seats: 7, isAssumed: true },
      { from: 10, to: 20, seats: null, isAssumed: true },
    ]);
  });

  it('is not known of no server', () => {
    expect(sumCapacity([])).toEqual([]);
    expect(sumCapacity([[capacity(0, null, 5)], []])).toEqual([]);
  });
});

describe('capacity as steps', () => {
  const parts = [capacity(10, 20, 5), capacity(20, 30, 7), capacity(40, 50, null)];

  it('goes to 0 where it is not known, and leaves that out of the times to ask of', () => {
    expect(capacitySteps(parts)).toEqual([
      { at: 10, inUse: 5 },
      { at: 20, inUse: 7 },
      { at: 30, inUse: 0 },
      { at: 40, inUse: 0 },
      { at: 50, inUse: 0 },
    ]);
    expect(boundedCapacity(parts, 100)).toEqual([
      { from: 10, to: 20 },
      { from: 20, to: 30 },
    ]);
  });

  it('goes on until further notice, as far as is asked', () => {
    const open = [capacity(10, null, 5)];
    expect(capacitySteps(open)).toEqual([{ at: 10, inUse: 5 }]);
    expect(boundedCapacity(open, 100)).toEqual([{ from: 10, to: 100 }]);
    expect(boundedCapacity(open, 10)).toEqual([]);
  });
});
