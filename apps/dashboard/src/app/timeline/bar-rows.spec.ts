import { HOUR, NOW } from '../../testing/samples';
import { aBar } from '../../testing/timeline-samples';
import { writeCsv } from '../export/csv';
import { toBarRows, toBarTarget, toBarsExport } from './bar-rows';

describe('toBarsExport', () => {
  it('has a row for each bar, with its lane', () => {
    const rows = toBarRows([{ key: 'ann', sessionMs: 0, bars: [aBar({ endedAt: null })] }]);
    expect(writeCsv(toBarsExport(rows, 'Europe/Paris')).split('\r\n')[1]).toBe(
      '"ann","1","1","CAT","ann","ws-101","2026-11-24T10:02:10.000Z","2026-11-24T11:02:10","","","detachment"',
    );
  });
});

describe('toBarTarget', () => {
  it('is the history of the very end of one session', () => {
    expect(toBarTarget(aBar(), 'user', 'ann')).toEqual({
      path: '/history',
      parameters: {
        product: 'CAT',
        user: 'ann',
        host: 'ws-101',
        from: '2026-11-24T12:02:10Z',
        to: '2026-11-24T12:02:10.001Z',
      },
    });
  });

  it('is the live screen while it is open', () => {
    const { path, parameters } = toBarTarget(aBar({ endedAt: null }), 'user', 'ann');
    expect(path).toBe('/live');
    expect(parameters).toMatchObject({ user: 'ann', from: null });
  });

  it('is what the lane and the product have in common, for a bar of several', () => {
    const bar = aBar({ sessions: 3, startedAt: NOW - 2 * HOUR });
    expect(toBarTarget(bar, 'host', 'ws-101').parameters).toMatchObject({
      product: 'CAT',
      user: null,
      host: 'ws-101',
      from: '2026-11-24T11:02:10Z',
    });
  });
});
