import type { CoverageDto, FindingsDto } from '@license-monitor/api-contract';
// Fetched when it is opened, but a test need not wait for its compilation.
import './health-page';
import { Screen } from '../../testing/open-screen';
import { aHealth, aServer, HOUR, NOW } from '../../testing/samples';

const DAY = 24 * HOUR;
const range = { asOf: NOW, from: NOW - 30 * DAY, to: NOW };

const coverage: CoverageDto = {
  ...range,
  servers: [
    {
      server: 'lic1',
      observedMs: 30 * DAY - 2 * HOUR,
      gaps: [{ from: NOW - 5 * HOUR, to: NOW - 3 * HOUR, cause: 'fileMissing' }],
    },
  ],
  products: [],
};

const findings: FindingsDto = {
  ...range,
  items: [
    {
      kind: 'capacityConflict',
      product: 'CAT',
      count: 1,
      firstAt: NOW - DAY,
      lastAt: NOW - DAY,
      meaning: 'Sources differ on the seats.',
      rows: '/api/v1/entitlements?product=CAT',
    },
    {
      kind: 'assumedEnd',
      product: 'CAT',
      count: 7,
      firstAt: null,
      lastAt: null,
      meaning: 'These sessions were ended by assumption.',
      rows: '/api/v1/sessions?status=closed&mark=assumedEnd&product=CAT&from=1&to=2',
    },
    {
      kind: 'lineNotUnderstood',
      product: null,
      count: 14,
      firstAt: NOW - DAY,
      lastAt: NOW,
      meaning: 'Lines that were not understood.',
      rows: null,
    },
  ],
};

const server = aServer({
  bytesTotal: 3_000,
  bytesRead: 2_500,
  totals: { lines: 100, events: 60, messages: 24, quarantined: 14, duplicates: 2 },
  files: [
    {
      file: 'LicenseServer20261124.log',
      state: 'following',
      bytesRead: 2_500,
      lastLineAt: NOW,
      lines: 100,
      events: 60,
      messages: 24,
      quarantined: 14,
      duplicates: 2,
    },
  ],
});

describe('HealthPage', () => {
  let screen: Screen;

  const open = async (url: string, patch = {}) => {
    screen = await new Screen().open(url);
    const health = aHealth({ servers: [server] });
    await screen.answer({ health, coverage, findings, ...patch });
  };

  afterEach(() => screen.element.remove());

  it('asks for thirty days, of all products', async () => {
    screen = await new Screen().open('/health?product=CAT&server=lic1');
    for (const end of ['/coverage', '/findings']) {
      const { request } = screen.http.expectOne(({ url }) => url.endsWith(end));
      expect(request.params.get('from')).toBe(String(Date.UTC(2026, 9, 25, 13, 2)));
      expect(request.urlWithParams).not.toContain('product');
      expect(request.params.getAll('server')).toEqual(['lic1']);
    }
    expect(screen.text('ignored-filters')).toContain('product CAT');
  });

  it('answers in its first line', async () => {
    await open('/health?zone=Europe/Paris');
    expect(screen.text('answer')).toBe(
      'The monitor is up to date: 500 B left to read, last line at 14:02:10. Observed 99.7 % of the time in the last 30 days. 14 of 100 lines not understood. 3 findings to look at.',
    );
    expect(screen.text('as-of')).toBe('as of 14:02:10');
  });

  it('says what mends a monitor that is not well', async () => {
    const problem = 'Disk full. Free some space.';
    const servers = [aServer({ state: 'degraded', problem })];
    await open('/health', { health: aHealth({ servers }) });
    expect(screen.text('server-card')).toContain('degraded');
    expect(screen.text('server-mend')).toBe(problem);
  });

  it('counts bytes and lines', async () => {
    await open('/health');
    expect(screen.text('server-behind')).toBe('500 B');
    expect(screen.text('server-lines')).toBe(
      '100: 60 events, 24 messages, 14 not understood, 2 duplicates',
    );
    expect(screen.text('file-row')).toContain('LicenseServer20261124.log');
  });

  it('names the times of which nothing is known, and why', async () => {
    await open('/health?zone=Europe/Paris');
    expect(screen.text('observed')).toBe('lic1: observed 99.7 %');
    expect(screen.text('gap-row')).toMatch(/lic1 ?Tue 09:02 ?Tue 11:02 ?2 h 00 min ?a log file/);
  });

  it('leads from a finding to its screen, or to the answer of the API', async () => {
    await open('/health?zone=Europe/Paris');
    const hrefs = [...screen.element.querySelectorAll('[data-testid=finding-rows]')].map((link) =>
      link.getAttribute('href'),
    );
    expect(hrefs).toHaveLength(2);
    expect(hrefs[0]).toMatch(/^\/capacity\?zone=Europe%2FParis&product=CAT&from=2026-10-25T13/);
    expect(hrefs[1]).toBe('/api/v1/sessions?status=closed&mark=assumedEnd&product=CAT&from=1&to=2');
    expect(screen.texts('finding-row')[2]).toContain('by file, below');
  });

  it('says that nothing was found and nothing is missing', async () => {
    await open('/health', {
      findings: { ...findings, items: [] },
      coverage: { ...coverage, servers: [{ server: 'lic1', observedMs: 30 * DAY, gaps: [] }] },
    });
    expect(screen.find('no-findings')).not.toBeNull();
    expect(screen.find('no-gaps')).not.toBeNull();
  });

  it('shows the servers that the address names', async () => {
    const servers = [server, aServer({ server: 'lic2' })];
    await open('/health?server=lic2', { health: aHealth({ servers }) });
    expect(screen.texts('server-card')).toHaveLength(1);
    expect(screen.text('server-card')).toContain('lic2');
  });

  it('says that no monitor has reported', async () => {
    await open('/health', { health: aHealth({ servers: [] }) });
    expect(screen.text('panel-empty')).toContain('No monitor has reported yet.');
  });

  it('keeps what it knows of the monitor where the rest fails', async () => {
    screen = await new Screen().open('/health');
    await screen.answer({ health: aHealth({ servers: [server] }) });
    await screen.fail(500);
    expect(screen.texts('panel-error')).toHaveLength(2);
    expect(screen.find('server-card')).not.toBeNull();
  });

  it('follows the stream', async () => {
    await open('/health');
    screen.streams.last.accept();
    const servers = [aServer({ state: 'stopped', problem: 'No report for 4 min.' })];
    screen.streams.last.send('health', aHealth({ servers }), 101);
    await screen.settle();
    expect(screen.text('answer')).toContain('lic1 is stopped');
  });
});
