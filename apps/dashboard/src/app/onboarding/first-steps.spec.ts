import type { ServerHealthDto } from '@license-monitor/api-contract';
import { anEvent } from '../../testing/event-samples';
import { aHealth, aServer, NOW } from '../../testing/samples';
import { toFirstSteps, type OnboardingFacts } from './first-steps';

const aFile = (name: string) => ({
  file: name,
  state: 'following' as const,
  bytesRead: 0,
  lastLineAt: null,
  lines: 0,
  events: 0,
  messages: 0,
  quarantined: 0,
  duplicates: 0,
});

/** A server of which nothing was read yet. */
const aNewServer = (patch: Partial<ServerHealthDto> = {}) =>
  aServer({ state: 'waiting', bytesTotal: 0, bytesRead: 0, lastLineAt: null, ...patch });

const stepsOf = (patch: Partial<OnboardingFacts>) =>
  toFirstSteps({
    health: aHealth({ servers: [aNewServer()] }),
    trouble: '',
    firstTraced: null,
    firstGrant: null,
    zone: 'Europe/Paris',
    ...patch,
  });
const ofServers = (...servers: readonly ServerHealthDto[]) =>
  stepsOf({ health: aHealth({ servers }) });
const metOf = (steps: ReturnType<typeof toFirstSteps>) =>
  steps.filter(({ isMet }) => isMet).map(({ kind }) => kind);

describe('toFirstSteps', () => {
  it('begins with a monitor that has never run, in the words of the API', () => {
    const steps = stepsOf({ health: null, trouble: 'Start the monitor; check HISTORY_DB.' });
    expect(metOf(steps)).toEqual([]);
    expect(steps[0]).toMatchObject({
      seen: ['Start the monitor; check HISTORY_DB.'],
      language: 'en',
    });
    expect(steps[0]?.mend.join(' ')).toContain('npx license-monitor run');
    expect(steps[1]?.seen).toEqual([]);
    expect(steps[1]).not.toHaveProperty('language');
  });

  it('takes a history without a server, and a monitor that never reported, for none that runs', () => {
    expect(metOf(ofServers())).toEqual([]);
    const silent = aNewServer({ state: 'stopped', reportedAt: null, logDirectory: '' });
    expect(metOf(ofServers(silent))).toEqual([]);
    expect(ofServers(silent)[0]?.seen).toEqual(['Nothing was heard of the monitor of lic1 yet.']);
  });

  it('knows a monitor that was stopped from one that runs', () => {
    const problem = 'The monitor is not running.';
    const steps = ofServers(aNewServer({ state: 'stopped', problem }));
    expect(metOf(steps)).toEqual([]);
    expect(steps[0]?.seen).toEqual([problem]);
  });

  it('says what is wrong with the directory, and where it is', () => {
    const problem = '/var/dsls/logs does not exist. Create it.';
    const steps = ofServers(aNewServer({ state: 'degraded', problem }));
    expect(metOf(steps)).toEqual(['monitor']);
    expect(steps[0]?.seen).toEqual(['The monitor of lic1 reported at 14:02:10.']);
    expect(steps[1]).toMatchObject({ kind: 'directory', seen: [problem] });
    expect(steps[1]?.mend.join(' ')).toContain('LOG_DIRECTORY');
  });

  it('says under which names it looks for files, and where', () => {
    const steps = ofServers(aNewServer());
    expect(metOf(steps)).toEqual(['monitor', 'directory']);
    expect(steps[1]?.seen).toEqual(['The logs of lic1 are read from /var/dsls/logs.']);
    expect(steps[2]?.seen).toEqual([
      'Files called LicenseServer*.log are looked for in /var/dsls/logs.',
    ]);
    expect(steps[2]?.mend.join(' ')).toContain('LOG_PATTERN_FILE');
  });

  it('knows a file that is there, even an empty one, or one that cannot be read', () => {
    expect(metOf(ofServers(aNewServer({ state: 'ok' })))).toContain('file');
    const problem = 'LicenseServer1.log is not readable by user lm.';
    const steps = ofServers(aNewServer({ state: 'degraded', bytesTotal: 10, problem }));
    expect(metOf(steps)).toEqual(['monitor', 'directory', 'file']);
    expect(steps[3]?.seen).toEqual([problem]);
  });

  it('says how to switch tracing on, and what was read without it', () => {
    const totals = { lines: 12, events: 1, messages: 9, quarantined: 2, duplicates: 0 };
    const files = [aFile('LicenseServer1.log')];
    const steps = ofServers(aNewServer({ state: 'ok', totals, files }));
    expect(metOf(steps)).toEqual(['monitor', 'directory', 'file']);
    expect(steps[2]?.seen).toEqual(['1 file called LicenseServer*.log in /var/dsls/logs.']);
    expect(steps[3]?.seen).toEqual([
      'No usage tracing among the 12 lines read of lic1, 2 of which were not understood: Health lists them.',
    ]);
    expect(steps[3]?.mend.join(' ')).toContain('License usage tracing…');
  });

  it('takes any line of tracing for tracing, and waits for a grant', () => {
    const health = aHealth({ servers: [aNewServer({ state: 'ok' })] });
    const firstTraced = anEvent({ type: 'detachment' });
    const steps = stepsOf({ health, firstTraced });
    expect(metOf(steps)).toEqual(['monitor', 'directory', 'file', 'tracing']);
    expect(steps[3]?.seen).toEqual(['CAT on lic1, Tue 14:02.']);
    expect(steps[4]?.mend.join(' ')).toContain('Start a program that takes a licence');
  });

  it('is done with the first grant, and has nothing left to mend', () => {
    const health = aHealth({ servers: [aNewServer({ state: 'ok' })] });
    const firstGrant = anEvent({ at: NOW });
    const steps = stepsOf({ health, firstTraced: firstGrant, firstGrant });
    expect(metOf(steps)).toHaveLength(5);
    expect(steps.flatMap(({ mend }) => mend)).toEqual([]);
  });

  it('wants every server of several, and says which one stands in the way', () => {
    const problem = '/logs/lic2 does not exist.';
    const other = aNewServer({ server: 'lic2', state: 'degraded', problem });
    const steps = ofServers(aNewServer({ state: 'ok' }), other);
    expect(metOf(steps)).toEqual(['monitor']);
    expect(steps[1]?.seen).toEqual([problem]);
  });
});
