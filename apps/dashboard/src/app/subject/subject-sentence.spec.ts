import { aSession, HOUR, NOW } from '../../testing/samples';
import { aSubject } from '../../testing/subject-samples';
import { isKnown, toSubjectSentence } from './subject-sentence';

const write = (patch: Parameters<typeof aSubject>[0]) =>
  toSubjectSentence(aSubject(patch), 'Europe/Paris');

describe('toSubjectSentence', () => {
  it('says of a person what is held, what is usual, and since when', () => {
    expect(write({})).toBe('ann holds 1 session now; usually CAT, DL1; first seen 9 Jan 10:00.');
  });

  it('says of a product who holds it', () => {
    const now = [aSession({ id: 1 }), aSession({ id: 2 }), aSession({ id: 3, user: 'bob' })];
    const breakdown = [{ key: 'ann', sessions: 3, sessionMs: HOUR }];
    expect(write({ kind: 'product', key: 'CAT', now, breakdown })).toBe(
      'CAT is held by 2 users in 3 sessions now; most used by ann; first seen 9 Jan 10:00.',
    );
    expect(write({ kind: 'product', key: 'CAT', now: [] })).toContain('Nobody holds CAT now;');
  });

  it('does not name what was never used, nor hide that there is no session', () => {
    const breakdown = [{ key: 'CAT', sessions: 1, sessionMs: 0 }];
    expect(write({ kind: 'host', key: 'ws-1', now: [], breakdown, firstSeenAt: null })).toBe(
      'ws-1 has no session now; no session in the history.',
    );
  });

  it('names three parts at most', () => {
    const breakdown = ['A', 'B', 'C', 'D'].map((key) => ({ key, sessions: 1, sessionMs: 1 }));
    expect(write({ breakdown })).toContain('usually A, B, C;');
  });
});

describe('isKnown', () => {
  const nothing = aSubject({ firstSeenAt: null, now: [], sessions: 0, deniedRequests: 0 });

  it('knows a subject by its sessions or its refusals alone', () => {
    expect(isKnown(nothing)).toBe(false);
    expect(isKnown({ ...nothing, deniedRequests: 1 })).toBe(true);
    expect(isKnown({ ...nothing, firstSeenAt: NOW })).toBe(true);
  });
});
