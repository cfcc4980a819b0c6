import { isSameConnection, STALE_AFTER_MS, toConnection, type FeedState } from './live-connection';

const state = (patch: Partial<FeedState> = {}): FeedState => ({
  phase: 'open',
  since: 1_000,
  lastMessageAt: 50_000,
  listeningSince: 1_000,
  ...patch,
});

describe('toConnection', () => {
  it('is live while messages arrive', () => {
    expect(toConnection(state(), false, 60_000)).toEqual({ kind: 'live' });
  });

  it('is connecting before the first answer', () => {
    const connecting = state({ phase: 'connecting', lastMessageAt: null });
    expect(toConnection(connecting, false, 90_000)).toEqual({ kind: 'connecting' });
  });

  it('is paused on request', () => {
    expect(toConnection(state(), true, 60_000)).toEqual({ kind: 'paused' });
  });

  it('counts the seconds since the connection was lost', () => {
    const lost = state({ phase: 'lost', since: 52_000 });
    expect(toConnection(lost, false, 59_500)).toEqual({ kind: 'reconnecting', seconds: 7 });
  });

  it('is stale after fifteen seconds of silence, paused or not', () => {
    const stale = { kind: 'stale', since: 50_000 };
    expect(toConnection(state(), true, 50_000 + STALE_AFTER_MS)).toEqual(stale);
    expect(toConnection(state({ phase: 'lost' }), false, 70_000)).toEqual(stale);
  });

  it('gives a tab that was hidden time to hear something', () => {
    const back = state({ listeningSince: 100_000 });
    expect(toConnection(back, false, 101_000)).toEqual({ kind: 'live' });
  });
});

describe('isSameConnection', () => {
  it('compares what can be seen', () => {
    const after = (seconds: number) => ({ kind: 'reconnecting', seconds }) as const;
    expect(isSameConnection(after(1), after(1))).toBe(true);
    expect(isSameConnection(after(1), after(2))).toBe(false);
    expect(isSameConnection({ kind: 'stale', since: 1 }, { kind: 'stale', since: 2 })).toBe(false);
    expect(isSameConnection({ kind: 'live' }, { kind: 'paused' })).toBe(false);
  });
});
