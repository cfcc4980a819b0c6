import { conformanceCases } from './conformance-cases';
import type { ConformanceCase, ProductAnswers } from './conformance-case';
import { utc } from './case-script';

const MINUTE = 60_000;
const cases = conformanceCases();

function caseOf(name: string): ConformanceCase {
  return cases.find((one) => one.name === name)!;
}

function answersOf(name: string, product: string, model?: string): ProductAnswers {
  const { products } = caseOf(name).truth;
  return products.find((one) => one.product === product && one.model === (model ?? one.model))!;
}

describe('the figures, counted by hand in minutes,', () => {
  it('of a server that restarts', () => {
    // anna 140, bruno 85, carla 30 and 115, deniz 40, emil 170 and 160, fadil 95, greta 140 = 975.
    // emil's two share a licence from 08:40 to 12:00: 200, not 330. carla 30, deniz 40 and fadil 95
    // were silent, and may have ended as soon as they had begun.
    expect(answersOf('restart-storm', 'MD2')).toMatchObject({
      sessions: 9,
      openAtEnd: 1,
      assumedEnds: { presumedLost: 0, serverRestart: 3 },
      peak: 5, // anna, bruno, carla, deniz, emil
      peakAt: utc('2026-03-02T08:40Z'),
      licenseMs: 845 * MINUTE,
      sessionMsHigh: 975 * MINUTE,
      sessionMsLow: 810 * MINUTE,
    });
  });

  it('of the hours that the clock changes', () => {
    // anna 180, bruno 40, carla 40, deniz 70, emil 30, fadil 60, greta one millisecond.
    expect(answersOf('fold-hour', 'MD2')).toMatchObject({
      sessions: 7,
      peak: 4, // all but emil, before bruno goes
      peakAt: utc('2025-10-26T00:45Z'),
      licenseMs: 420 * MINUTE + 1,
      sessionMsLow: 403 * MINUTE + 1,
    });
  });

  it('of a cluster', () => {
    // anna 90, bruno 115, carla 120, deniz 200, emil 50 less 1 ms, fadil 200, greta 60.
    expect(answersOf('cluster-switch', 'MD2')).toMatchObject({
      sessions: 7,
      openAtEnd: 1,
      startUnknown: 0,
      assumedEnds: { presumedLost: 0, serverRestart: 0 },
      timeouts: 1,
      peak: 4,
      licenseMs: 835 * MINUTE - 1,
      sessionMsLow: 818 * MINUTE - 1,
    });
    // 10 tokens for 175, 4 for 30.
    expect(answersOf('cluster-switch', 'QAT').licenseMs).toBe(1_870 * MINUTE);
  });

  it('of tokens and credits', () => {
    // Within the range: 5 for 120, 8 for 60, 6 for 2. The timeout takes 8 times 17.
    expect(answersOf('token-mix', 'QAT')).toMatchObject({
      sessions: 3,
      peak: 19,
      peakAt: utc('2026-03-03T08:31Z'),
      sustainedPeak: 13,
      licenseMs: 1_092 * MINUTE,
      sessionMsLow: 956 * MINUTE,
      users: 2,
    });
    // It began before the range, so the peak is there from the start.
    const reuse = { peak: 1, peakAt: utc('2026-03-03T08:00Z'), licenseMs: 60 * MINUTE };
    expect(answersOf('token-mix', 'SRU', 'ConcurrentUser')).toMatchObject(reuse);
    expect(answersOf('token-mix', 'SRU', 'Token')).toMatchObject({ sessions: 2, peak: 50 });
  });

  it('of a log that is there four times', () => {
    // anna 420, bruno 150, carla 90 and 240, deniz 30; carla's two share a licence for 240.
    expect(answersOf('duplicate-files', 'MD2')).toMatchObject({
      sessions: 5,
      peak: 3,
      licenseMs: 840 * MINUTE,
      sessionMsHigh: 930 * MINUTE,
      denials: { capacity: 1, policy: 0, notEnrolled: 0, other: 0 },
    });
    expect(answersOf('duplicate-files', 'GSD').startUnknown).toBe(1);
  });

  it('of named people', () => {
    // noor 180 and 240, zoë 180, omar 30 and a millisecond, on four machines.
    expect(answersOf('named-users', 'IFW')).toMatchObject({
      sessions: 6,
      peak: 2,
      licenseMs: 630 * MINUTE + 1,
      users: 3,
      hosts: 4,
    });
    expect(answersOf('named-users', 'MDG')).toMatchObject({ peak: 4, users: 2, hosts: 3 });
  });

  it('of a pool that is renewed', () => {
    const answers = answersOf('pool-renewal', 'MD2');
    expect(answers.entitlements).toEqual([
      { from: utc('2026-03-16T13:00Z'), to: utc('2026-03-16T17:00Z') + 1, seats: 3 },
      { from: utc('2026-03-16T17:00Z') + 1, to: utc('2026-03-16T19:00Z'), seats: 1 },
      { from: utc('2026-03-16T19:00Z'), to: null, seats: 4 },
    ]);
    // anna 590, bruno 135, deniz 510, emil 204, fadil 75, greta 60; 90 of them before 13:00.
    expect(answers.licenseMs).toBe(1_574 * MINUTE);
    expect(answers.utilisation).toEqual({
      usedMs: 1_484 * MINUTE,
      // The last instant of a pool is included.
      capacityMs: (3 * 240 + 1 * 120 + 4 * 240) * MINUTE + 2,
      fullMs: (35 + 144 + 120 + 45) * MINUTE,
    });
    expect(answers.deniedRequests).toMatchObject({ delayed: 1, waitingMs: 6 * MINUTE });
  });

  it('of ends that are missing, late or uncertain', () => {
    // anna 1440 and 60, bruno 1800, carla 180, deniz 5, emil 600.
    expect(answersOf('lost-detachments', 'MD2')).toMatchObject({
      sessions: 6,
      openAtEnd: 1,
      startUnknown: 2,
      assumedEnds: { presumedLost: 1, serverRestart: 0 },
      timeouts: 2,
      sessionMsHigh: 4_085 * MINUTE,
      sessionMsLow: (4_085 - 1_440 - 17 - 5) * MINUTE,
    });
    // 8 tokens for 360, presumed lost; 3 for 300, open.
    expect(answersOf('lost-detachments', 'QAT')).toMatchObject({
      licenseMs: (2_880 + 900) * MINUTE,
      sessionMsLow: 900 * MINUTE,
    });
  });

  it('of programs that share a licence', () => {
    // anna 80 for three programs, 90 at the other display, 5 less 1 ms at the other machine;
    // bruno 140, carla 30, deniz 60. The three programs by themselves: 60 each.
    expect(answersOf('shared-sessions', 'MD2')).toMatchObject({
      sessions: 8,
      peak: 4,
      peakAt: utc('2026-03-05T08:50Z'),
      sustainedPeak: 3,
      licenseMs: 405 * MINUTE - 1,
      sessionMsHigh: 505 * MINUTE - 1,
      users: 4,
    });
    expect(answersOf('shared-sessions', 'XM2-FTA').sustainedPeak).toBe(2);
  });

  it('of requests that were refused', () => {
    expect(answersOf('denied-demand', 'MD2')).toMatchObject({
      denials: { capacity: 11, policy: 2, notEnrolled: 0, other: 1 },
      // deniz, emil | carla twice, fadil, bruno | bruno, greta, hana
      deniedRequests: { redirected: 2, delayed: 4, lost: 3, people: 5 },
    });
    const { waitingMs } = answersOf('denied-demand', 'MD2').deniedRequests;
    expect(waitingMs).toBe((600 + 589 + 900 + 240) * 1_000);
    expect(answersOf('denied-demand', 'KIN')).toMatchObject({
      model: 'unknown',
      denials: { notEnrolled: 3 },
      deniedRequests: { lost: 0 },
    });
    expect(answersOf('denied-demand', 'XM2-FTA').deniedRequests).toMatchObject({ lost: 2 });
  });

  it('of a licence that is taken offline', () => {
    // lena 4380, marek 180 on each of three days, nadia 360; two seats for 82 hours.
    expect(answersOf('offline-extraction', 'MD2')).toMatchObject({
      licenseMs: 5_280 * MINUTE,
      assumedEnds: { presumedLost: 0, serverRestart: 0 },
      utilisation: { usedMs: 5_280 * MINUTE, capacityMs: 9_840 * MINUTE, fullMs: 540 * MINUTE },
    });
  });
});

describe('the scenarios', () => {
  it('are the same bytes every time', () => {
    expect(conformanceCases()).toEqual(cases);
  });

  it('have names and files of their own', () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    for (const { files } of cases) {
      expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    }
  });

  it('tell of their whole range: the last line is at its end', () => {
    for (const { files, truth, settings } of cases) {
      const stamps = files.flatMap(({ text }) => text.match(/^\d{4}\/\S+ \S+/gm) ?? []);
      const end = new Date(truth.to).toLocaleString('sv-SE', { timeZone: settings.timeZone });
      expect(stamps.sort().at(-1)).toBe(`${end.replaceAll('-', '/')}:000`);
    }
  });

  it('leave no doubt about lines of one instant: members of a cluster only repeat each other then', () => {
    const usage = caseOf('cluster-switch').files.flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => line.includes('USGTRACING'))
        .map((line) => ({ member: path.slice(0, 8), line })),
    );
    for (const { member, line } of usage) {
      const others = usage.filter((one) => one.member !== member);
      const same = others.filter((one) => one.line.slice(0, 23) === line.slice(0, 23));
      expect(same.every((one) => one.line === line)).toBe(true);
    }
  });

  it('add up: no more licences than sessions, no less time than its lower bound', () => {
    for (const product of cases.flatMap(({ truth }) => truth.products)) {
      expect(product.sustainedPeak ?? 0).toBeLessThanOrEqual(product.peak ?? 0);
      expect(product.licenseMs).toBeLessThanOrEqual(product.sessionMsHigh);
      expect(product.sessionMsLow).toBeLessThanOrEqual(product.sessionMsHigh);
      expect(product.users).toBeLessThanOrEqual(product.sessions);
    }
  });
});
