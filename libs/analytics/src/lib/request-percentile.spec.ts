import { requestPercentile } from './request-percentile';

const steps = [
  { at: 10, inUse: 1 },
  { at: 20, inUse: 2 },
  { at: 30, inUse: 3 },
  { at: 90, inUse: 0 },
];

describe('requestPercentile', () => {
  it('is how many licences would have served that share of the requests', () => {
    const requests = [30, 10, 20, 95];
    expect([0.25, 0.5, 0.75, 1].map((p) => requestPercentile(steps, requests, p))).toEqual([
      1, 1, 2, 3,
    ]);
  });

  it('finds what was in use before the request itself', () => {
    expect(requestPercentile(steps, [20], 1)).toBe(2);
  });

  it('of no request is not known', () => {
    expect(requestPercentile(steps, [], 0.95)).toBeUndefined();
  });
});
