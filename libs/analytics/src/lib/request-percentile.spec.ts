import { requestLevels, requestPercentile } from './request-percentile';

const steps = [
  { at: 10, inUse: 1 },
  { at: 20, inUse: 2 },
  { at: 30, inUse: 3 },
  { at: 90, inUse: 0 },
];

describe('requestPercentile', () => {
  it('is how many licences would have served that share of the requests', () => {
    const requests = [30, 10, 20, 95];
    const levels = requestLevels(steps, requests);
    expect([0.25, 0.5, 0.75, 1].map((p) => requestPercentile(levels, p))).toEqual([1, 1, 2, 3]);
  });

  it('counts each grant of the steps as a request', () => {
    const granted = steps.map((step) => ({ ...step, isGrant: step.at < 90 }));
    expect(requestLevels(granted, [95])).toEqual(
      new Map([
        [0, 2],
        [1, 1],
        [2, 1],
      ]),
    );
  });

  it('asks at one instant what was in use before all of them', () => {
    const together = [
      { at: 10, inUse: 1, isGrant: true },
      { at: 10, inUse: 2, isGrant: true },
      { at: 20, inUse: 3, isGrant: true },
    ];
    expect(requestLevels(together, [10, 20])).toEqual(
      new Map([
        [0, 3],
        [2, 2],
      ]),
    );
  });

  it('finds what was in use before the request itself', () => {
    expect(requestPercentile(requestLevels(steps, [20]), 1)).toBe(2);
  });

  it('of no request is not known', () => {
    expect(requestPercentile(requestLevels(steps, []), 0.95)).toBeUndefined();
  });
});
