import { assert, constantFrom, integer, property } from 'fast-check';
import { HOUR, NOW } from '../../testing/samples';
import { stepBack, stepForward, timeSteps } from './step-in-time';

describe('stepBack', () => {
  it('starts from the present minute', () => {
    expect(stepBack(null, HOUR, NOW)).toBe(Date.UTC(2026, 10, 24, 12, 2));
  });

  it('keeps the seconds of an instant that is looked at', () => {
    expect(stepBack(NOW - HOUR, HOUR, NOW)).toBe(NOW - 2 * HOUR);
  });

  it('comes back from the future, and does not leave the calendar', () => {
    expect(stepBack(NOW + 99 * HOUR, HOUR, NOW)).toBe(NOW - HOUR);
    expect(stepBack(5, HOUR, NOW)).toBe(0);
  });
});

describe('stepForward', () => {
  it('ends at now, and stays there', () => {
    expect(stepForward(NOW - 3 * HOUR, HOUR, NOW)).toBe(NOW - 2 * HOUR);
    expect(stepForward(NOW - HOUR, HOUR, NOW)).toBeNull();
    expect(stepForward(null, HOUR, NOW)).toBeNull();
  });

  it('undoes a step back, wherever it was', () => {
    const lengths = constantFrom(...timeSteps.map(({ lengthMs }) => lengthMs));
    assert(
      property(integer({ min: 1e9, max: NOW - 60_000 }), lengths, (at, lengthMs) => {
        expect(stepForward(stepBack(at, lengthMs, NOW), lengthMs, NOW)).toBe(at);
      }),
    );
  });
});
