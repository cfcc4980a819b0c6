import { aHealth, aServer, HOUR, NOW } from '../../testing/samples';
import { defaultViewQuery } from '../view-state/view-query';
import { plainNameOf } from '../wording/name-of';
import { toPrintFacts, type PrintSources } from './print-facts';

const factsOf = (patch: Partial<PrintSources> = {}) =>
  Object.fromEntries(
    toPrintFacts({
      query: defaultViewQuery,
      note: null,
      health: aHealth(),
      zone: 'Europe/Paris',
      address: 'http://monitor/usage',
      at: NOW,
      nameOf: plainNameOf,
      ...patch,
    }).map(({ name, text }) => [name, text]),
  );
const note = { from: NOW - 4 * HOUR, to: NOW, observedMs: 3 * HOUR };

describe('toPrintFacts', () => {
  it('names the zone, the address and the instant of the print', () => {
    expect(factsOf()).toEqual({
      Filters: 'none',
      'Time zone': 'Europe/Paris',
      Coverage: 'the log was read up to Tue 24 Nov 2026 14:02:10 CET',
      Address: 'http://monitor/usage',
      Printed: 'Tue 24 Nov 2026 14:02:10 CET',
    });
  });

  it('names all filters', () => {
    const query = {
      ...defaultViewQuery,
      product: ['CAT', 'DL1'],
      user: ['ann'],
      cause: ['policy'],
      outcome: ['lost'],
      q: 'x',
    } as const;
    expect(factsOf({ query })['Filters']).toBe(
      'product CAT, product DL1, user ann, cause rule, outcome lost, text “x”',
    );
  });

  it('says of which range figures are, and how much of it was observed', () => {
    expect(factsOf({ note })).toMatchObject({
      Range: 'Tue 24 Nov 2026 10:02:10 CET to Tue 24 Nov 2026 14:02:10 CET, not included',
      Coverage: 'observed for 3 h 00 min of 4 h 00 min (75 %)',
    });
  });

  it('calls all of it only what is all of it', () => {
    const coverageOf = (observedMs: number | null) =>
      factsOf({ note: { ...note, observedMs } })['Coverage'];
    expect(coverageOf(4 * HOUR)).toBe('observed all of 4 h 00 min');
    expect(coverageOf(4 * HOUR - 1000)).toContain('(more than 99 %)');
    expect(coverageOf(null)).toContain('the log was read up to');
  });

  it('goes by the server that was read least far, and says where nothing was read', () => {
    const servers = [aServer(), aServer({ server: 'lic2', lastLineAt: NOW - HOUR })];
    expect(factsOf({ health: aHealth({ servers }) })['Coverage']).toContain('13:02:10');
    expect(factsOf({ health: undefined })['Coverage']).toBe('no line of a log was read yet');
  });

  it('tells no address that would tell masked names', () => {
    expect(factsOf({ address: null })['Address']).toBe('not printed, as names are masked');
  });
});
