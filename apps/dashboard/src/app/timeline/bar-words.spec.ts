import { HOUR, NOW } from '../../testing/samples';
import { aBar } from '../../testing/timeline-samples';
import { plainNameOf } from '../wording/name-of';
import { describeBar, toBarEnd } from './bar-words';

const write = (patch: Parameters<typeof aBar>[0]) =>
  describeBar(aBar(patch), { zone: 'Europe/Paris', now: NOW, nameOf: plainNameOf });

describe('describeBar', () => {
  it('names who held what where, from when to when, and what ended it', () => {
    expect(write({})).toBe('ann: CAT on ws-101, Tue 11:02 to Tue 13:02 (2 h 00 min), detachment');
    expect(write({ closedBy: 'presumedLost' })).toContain('presumed lost (assumed)');
  });

  it('counts on while the session is open', () => {
    expect(write({ endedAt: null, closedBy: null })).toBe(
      'ann: CAT on ws-101, Tue 11:02 to now (3 h 00 min), still open',
    );
  });

  it('counts the sessions that one bar stands for', () => {
    expect(write({ sessions: 7 })).toBe('7 sessions of CAT, Tue 11:02 to Tue 13:02 (2 h 00 min)');
  });
});

describe('toBarEnd', () => {
  it('has none of its own for a bar of several sessions', () => {
    expect(toBarEnd(aBar({ sessions: 2, closedBy: 'timeout' }))).toBeNull();
    expect(toBarEnd(aBar({ sessions: 2, endedAt: NOW + HOUR, closedBy: null }))).toBeNull();
    expect(toBarEnd(aBar({ closedBy: 'timeout' }))).toBe('timeout');
    expect(toBarEnd(aBar({ endedAt: null }))).toBe('open');
  });
});
