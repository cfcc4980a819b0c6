import { HOUR, NOW } from '../../testing/samples';
import { aDenialLane, aDenialSeries } from '../../testing/usage-samples';
import { toProductLanes } from './product-lanes';

describe('toProductLanes', () => {
  it('has a lane a product, in the order of the API, with its causes in words', () => {
    const items = [aDenialLane(), aDenialLane({ product: 'KIN' })];
    const lanes = toProductLanes(aDenialSeries({ items }), 'Europe/Paris');
    expect(lanes.map(({ product, text }) => `${product}: ${text}`)).toEqual([
      'CAT: 2 capacity · 1 rule',
      'KIN: 2 capacity · 1 rule',
    ]);
  });

  it('puts marks in the middle of their times, want of seats over the others', () => {
    const points = [{ at: NOW - 2 * HOUR, capacity: 2, policy: 1, notEnrolled: 0, other: 0 }];
    const [lane] = toProductLanes(
      aDenialSeries({ items: [aDenialLane({ points })] }),
      'Europe/Paris',
    );
    expect(lane?.marks).toEqual([
      { cause: 'policy', at: 0.625, text: 'Tue 12:02: 1 denied request, rule' },
      { cause: 'capacity', at: 0.625, text: 'Tue 12:02: 2 denied requests, capacity' },
    ]);
  });
});
