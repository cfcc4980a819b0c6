import { NOW, HOUR } from '../../testing/samples';
import { aDeniedRequest } from '../../testing/usage-samples';
import { toLaneRange, toProductLanes } from './product-lanes';

const WEEK = 7 * 24 * HOUR;

describe('toLaneRange', () => {
  const request = aDeniedRequest();

  it('is what was asked for', () => {
    expect(toLaneRange({ from: 10, to: 20 }, [], NOW)).toEqual({ from: 10, to: 20 });
    expect(toLaneRange({ from: 10, to: null }, [request], NOW)).toEqual({ from: 10, to: NOW });
  });

  it('is the last week when nothing was asked for', () => {
    expect(toLaneRange({ from: null, to: null }, [request], NOW)).toEqual({
      from: NOW - WEEK,
      to: NOW,
    });
  });

  it('ends with the last request where the log ended long ago', () => {
    const old = aDeniedRequest({ at: NOW - 10 * WEEK });
    expect(toLaneRange({ from: null, to: null }, [old], NOW)).toEqual({
      from: old.at + 1 - WEEK,
      to: old.at + 1,
    });
  });
});

describe('toProductLanes', () => {
  const range = { from: NOW - 2 * HOUR, to: NOW };

  it('has a lane a product, the one with most requests first, with its causes in words', () => {
    const lanes = toProductLanes(
      [
        aDeniedRequest({ product: 'KIN', cause: 'policy' }),
        aDeniedRequest({ product: 'CAT' }),
        aDeniedRequest({ product: 'CAT', cause: 'other' }),
      ],
      range,
      'Europe/Paris',
    );
    expect(lanes.map(({ product, text }) => `${product}: ${text}`)).toEqual([
      'CAT: 1 capacity · 1 other',
      'KIN: 1 rule',
    ]);
    // Want of seats is drawn over the others.
    expect(lanes[0]?.marks.map(({ cause }) => cause)).toEqual(['other', 'capacity']);
  });

  it('puts marks where they belong in time, and says what they are', () => {
    const [lane] = toProductLanes([aDeniedRequest({ at: NOW - HOUR })], range, 'Europe/Paris');
    expect(lane?.marks).toEqual([
      { cause: 'capacity', at: 0.5, text: 'Tue 13:02, ann, capacity, delayed 12 min' },
    ]);
  });
});
