import { aClosedSession, aSession } from '../../testing/samples';
import { writeCsv } from './csv';
import { toSessionsExport } from './sessions-export';

describe('toSessionsExport', () => {
  it('names columns as the contract does, with instants in UTC and in the zone', () => {
    const [header, open, closed] = writeCsv(
      toSessionsExport(
        [aSession({ user: '=cmd' }), aClosedSession({ startedAt: null })],
        'Europe/Paris',
      ),
    ).split('\r\n');
    expect(header).toContain('"startedAt","startedAt Europe/Paris","endedAt"');
    expect(open).toContain(`"'=cmd"`);
    expect(open).toContain('"2026-11-24T11:02:10.000Z","2026-11-24T12:02:10","",""');
    expect(closed).toContain(
      '"","","2026-11-24T13:01:10.000Z","2026-11-24T14:01:10","0","detachment"',
    );
  });
});
