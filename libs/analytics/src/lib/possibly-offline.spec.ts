import { isPossiblyOffline } from './possibly-offline';

const HOUR = 3_600_000;
const session = { isConcurrent: true, startedAt: 0, endedAt: null };

describe('a session that is possibly offline', () => {
  it('is one of a floating licence that is open for more than a day', () => {
    expect(isPossiblyOffline(session, 24 * HOUR)).toBe(false);
    expect(isPossiblyOffline(session, 24 * HOUR + 1)).toBe(true);
  });

  it('may have ended since', () => {
    expect(isPossiblyOffline({ ...session, endedAt: 30 * HOUR }, 99 * HOUR)).toBe(true);
    expect(isPossiblyOffline({ ...session, endedAt: 3 * HOUR }, 99 * HOUR)).toBe(false);
  });

  it('is none of a named user, a token, or an unknown start', () => {
    expect(isPossiblyOffline({ ...session, isConcurrent: false }, 99 * HOUR)).toBe(false);
    expect(isPossiblyOffline({ ...session, startedAt: null }, 99 * HOUR)).toBe(false);
  });
});
