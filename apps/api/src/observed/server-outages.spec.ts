import type { ServerStateRow } from '@license-monitor/db';
import { findOutages } from './server-outages';

const MINUTE = 60_000;
const state = (
  type: ServerStateRow['type'],
  at: number,
  lineBeforeAt: number | null = null,
  lineAfterAt: number | null = null,
): ServerStateRow => ({ serverId: 1, type, at, lineBeforeAt, lineAfterAt });

describe('the outages of a server', () => {
  it('last from its stop to its start', () => {
    const states = [state('serverStop', 10), state('serverStart', 20, 10)];
    expect(findOutages(states)).toEqual([{ from: 10, to: 20, cause: 'serverDown' }]);
  });

  it('begin with the last line before a start that no stop precedes', () => {
    expect(findOutages([state('serverStart', 500, 300)])).toEqual([
      { from: 300, to: 500, cause: 'serverDown' },
    ]);
  });

  it('are none before the first line of all', () => {
    expect(findOutages([state('serverStart', 500)])).toEqual([]);
  });

  it('are one where a start writes its version twice', () => {
    const states = [
      state('serverStop', MINUTE),
      state('serverStart', 2 * MINUTE, MINUTE),
      state('serverStart', 2 * MINUTE + 500, MINUTE),
    ];
    expect(findOutages(states)).toEqual([{ from: MINUTE, to: 2 * MINUTE, cause: 'serverDown' }]);
  });

  it('end with the next line, as a server that writes is up: the file with its start is missing', () => {
    const day = 24 * 60 * MINUTE;
    const stopped = state('serverStop', day, null, 5 * day);
    expect(findOutages([stopped])).toEqual([{ from: day, to: 5 * day, cause: 'serverDown' }]);
    const restarted = state('serverStart', 9 * day, 9 * day - MINUTE);
    expect(findOutages([stopped, restarted])).toEqual([
      { from: day, to: 5 * day, cause: 'serverDown' },
      { from: 9 * day - MINUTE, to: 9 * day, cause: 'serverDown' },
    ]);
  });

  it('last to the start where its first lines come shortly before', () => {
    const states = [
      state('serverStop', MINUTE, null, 3 * MINUTE),
      state('serverStart', 3 * MINUTE + 200, MINUTE),
    ];
    expect(findOutages(states)).toEqual([
      { from: MINUTE, to: 3 * MINUTE + 200, cause: 'serverDown' },
    ]);
  });

  it('last until further notice where nothing followed', () => {
    expect(findOutages([state('serverStop', 10), state('serverStop', 20)])).toEqual([
      { from: 10, to: Infinity, cause: 'serverDown' },
    ]);
    expect(findOutages([state('suspend', 10)])).toEqual([
      { from: 10, to: Infinity, cause: 'serverAsleep' },
    ]);
  });

  it('include the sleep of its machine', () => {
    const states = [state('suspend', 10), state('resume', 30), state('resume', 40)];
    expect(findOutages(states)).toEqual([{ from: 10, to: 30, cause: 'serverAsleep' }]);
  });
});
