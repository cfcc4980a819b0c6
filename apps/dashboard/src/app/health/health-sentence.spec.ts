import type { CoverageDto } from '@license-monitor/api-contract';
import { aHealth, aServer, HOUR, NOW } from '../../testing/samples';
import { sumLines, toHealthSentence, type HealthFacts } from './health-sentence';

const lines = (patch = {}) => ({
  lines: 1_204_511,
  events: 88_120,
  messages: 1_116_377,
  quarantined: 14,
  duplicates: 0,
  ...patch,
});

const observed = (...shares: readonly (readonly [string, number])[]): CoverageDto => ({
  asOf: NOW,
  from: NOW - 1000 * HOUR,
  to: NOW,
  servers: shares.map(([server, share]) => ({ server, observedMs: share * 1000 * HOUR, gaps: [] })),
  products: [],
});

const sentenceOf = (patch: Partial<HealthFacts>) =>
  toHealthSentence({
    health: aHealth({ servers: [aServer({ totals: lines() })] }),
    coverage: observed(['lic1', 0.997]),
    findings: undefined,
    range: 'in the last 30 days',
    zone: 'Europe/Paris',
    ...patch,
  });

describe('toHealthSentence', () => {
  it('says how far the log is read, how much was observed, and what was not understood', () => {
    expect(sentenceOf({})).toBe(
      'The monitor is up to date: nothing is left to read, last line at 14:02:10. Observed 99.7 % of the time in the last 30 days. 14 of 1,204,511 lines not understood.',
    );
  });

  it('names the server that is not well', () => {
    const servers = [aServer(), aServer({ server: 'lic2', state: 'stopped' })];
    expect(sentenceOf({ health: aHealth({ servers }) })).toMatch(
      /^1 of 2 monitors not well: lic2 is stopped\./,
    );
  });

  it('needs no count where there is one monitor', () => {
    const servers = [aServer({ state: 'catchingUp' })];
    expect(sentenceOf({ health: aHealth({ servers }) })).toMatch(
      /^The monitor of lic1 is catching up\./,
    );
  });

  it('takes the server with the least observed time', () => {
    expect(sentenceOf({ coverage: observed(['lic1', 1], ['lic2', 0.5]) })).toContain(
      'Observed 50 % of the time in the last 30 days, least of lic2.',
    );
  });

  it('says nothing of what is not known yet', () => {
    expect(sentenceOf({ coverage: undefined })).not.toContain('Observed');
    expect(sentenceOf({ health: aHealth({ servers: [] }) })).toContain('No monitor has reported');
  });

  it('counts what was found, and says when that is nothing', () => {
    const finding = {
      kind: 'clockStep',
      product: null,
      count: 1,
      meaning: '',
      rows: null,
    } as const;
    const found = { ...finding, firstAt: NOW, lastAt: NOW };
    const range = { asOf: NOW, from: 0, to: NOW };
    expect(sentenceOf({ findings: { ...range, items: [found] } })).toMatch(
      /1 finding to look at\.$/,
    );
    expect(sentenceOf({ findings: { ...range, items: [] } })).toMatch(/Nothing was found that/);
  });

  it('says that all was understood, but not of nothing', () => {
    const servers = [aServer({ totals: lines({ quarantined: 0 }) })];
    expect(sentenceOf({ health: aHealth({ servers }) })).toContain('All 1,204,511 lines');
    expect(sentenceOf({ health: aHealth() })).toContain('No line has been read yet.');
  });
});

describe('sumLines', () => {
  it('adds the servers up', () => {
    const servers = [aServer({ totals: lines() }), aServer({ totals: lines({ lines: 1 }) })];
    expect(sumLines(aHealth({ servers }))).toMatchObject({ lines: 1_204_512, quarantined: 28 });
  });
});
