import { HOUR, NOW } from '../../testing/samples';
import { aBar, aTimeline } from '../../testing/timeline-samples';
import { toTimelineSentence } from './timeline-sentence';

const write = (...bars: Parameters<typeof aBar>[0][]) =>
  toTimelineSentence(
    aTimeline([{ key: 'ann', bars: bars.map((bar, id) => aBar({ id, ...bar })) }]),
    'Europe/Paris',
  );

describe('toTimelineSentence', () => {
  it('counts sessions, nights and doubles', () => {
    expect(write({}, { host: 'ws-102', startedAt: NOW - 20 * HOUR })).toBe(
      '2 sessions of 1 user; 1 crossed midnight; 1 user held a product on several hosts at once.',
    );
  });

  it('says that there were none', () => {
    expect(write({ sessions: 12 })).toBe(
      '12 sessions of 1 user; none crossed midnight; nobody held a product on several hosts at once.',
    );
  });

  it('does not take a move from one host to the next for two', () => {
    const moved = { host: 'ws-102', startedAt: NOW - HOUR, endedAt: null };
    expect(write({}, moved)).toContain('nobody held a product');
  });

  it('does not take two products, or one host, for a double', () => {
    expect(write({}, { product: 'DL1', host: 'ws-102' })).toContain('nobody held a product');
    expect(write({}, {})).toContain('nobody held a product');
  });

  it('ends a session at midnight on the day before', () => {
    const midnight = Date.UTC(2026, 10, 23, 23);
    expect(write({ startedAt: midnight - HOUR, endedAt: midnight })).toContain('none crossed');
    expect(write({ startedAt: midnight - HOUR, endedAt: midnight + 1 })).toContain('1 crossed');
  });

  it('says how many lanes there are beyond those shown', () => {
    const timeline = aTimeline([{ key: 'ann', bars: [] }], { laneCount: 300, group: 'host' });
    expect(toTimelineSentence(timeline, 'UTC')).toContain('0 sessions of 1 of 300 hosts;');
  });
});
