import { licenseTimeBounds, sessionLengths } from './session-lengths';

const session = (startedAt: number | null, endedAt: number | null, endUncertaintyMs = 0) => ({
  startedAt,
  endedAt,
  endUncertaintyMs,
  quantity: 1,
});

describe('sessionLengths', () => {
  it('are of closed sessions; open ones and those without a start are told apart', () => {
    const sessions = [session(0, 10), session(0, 20), session(5, 65), session(7, null)];
    expect(sessionLengths([...sessions, session(null, 9)])).toEqual({
      closed: 3,
      open: 1,
      startUnknown: 1,
      meanMs: 30,
      medianMs: 20,
    });
  });

  it('have a median between the two in the middle', () => {
    expect(sessionLengths([session(0, 10), session(0, 30)]).medianMs).toBe(20);
  });

  it('of no session are not known', () => {
    expect(sessionLengths([])).toMatchObject({ meanMs: undefined, medianMs: undefined });
  });
});

describe('licenseTimeBounds', () => {
  it('are equal where every end is known', () => {
    expect(licenseTimeBounds([session(0, 10), session(5, 30)], 0, 20)).toEqual({
      lowMs: 25,
      highMs: 25,
    });
  });

  it('differ by what a time-out leaves open, within the range', () => {
    expect(licenseTimeBounds([session(0, 50, 17)], 0, 100)).toEqual({ lowMs: 33, highMs: 50 });
    expect(licenseTimeBounds([session(0, 50, 17)], 0, 40)).toEqual({ lowMs: 33, highMs: 40 });
    expect(licenseTimeBounds([session(0, 50, 17)], 40, 60)).toEqual({ lowMs: 0, highMs: 10 });
  });

  it('count by quantity, let open sessions last, and leave out those without a start', () => {
    const tokens = { ...session(10, null), quantity: 3 };
    expect(licenseTimeBounds([tokens, session(null, 15)], 0, 20)).toEqual({
      lowMs: 30,
      highMs: 30,
    });
  });
});
