import { onMachine, onNode } from './case-people';
import { GSD, MD2, SRU_PLATFORM, SRU_V5 } from './case-products';
import { CaseScript, utc, type CaseOutline } from './case-script';

const OUTLINE: CaseOutline = {
  name: 'example',
  title: 'An example.',
  pitfalls: [],
  from: utc('2026-03-02T08:00Z'),
  to: utc('2026-03-02T12:00Z'),
};

function begin(outline: Partial<CaseOutline> = {}) {
  const script = new CaseScript({ ...OUTLINE, ...outline });
  const at = (time: string) => script.log().at(utc(`2026-03-02T${time}Z`));
  at('08:00').start();
  return { script, at };
}

describe('a script', () => {
  it('writes lines with the wall time of its zone, and knows what they mean', () => {
    const { script, at } = begin({ lineEnd: '\r\n', hasCustomer: true });
    at('09:00').detach(at('08:30').grant(MD2, onMachine('anna', 1)));
    const { files, truth } = script.build();
    const [file] = files;
    const lines = file!.text.split('\r\n').filter((line) => line.includes('USGTRACING'));
    expect(file!.path).toBe('dsls/LicenseServer20260302090000.log');
    expect(lines.map((line) => line.split('!').slice(0, 4).join('!'))).toEqual([
      '2026/03/02 09:30:00:000 I USGTRACING  Grant!!MD2!200000000000123',
      '2026/03/02 10:00:00:000 I USGTRACING  Detachment!!MD2!200000000000123',
    ]);
    expect(truth.products).toMatchObject([{ product: 'MD2', sessions: 1, licenseMs: 1_800_000 }]);
  });

  it('cannot go back in time', () => {
    const { at } = begin();
    at('09:00').poll();
    expect(() => at('08:59').poll()).toThrow('2026-03-02T08:59:00.000Z is over already.');
  });

  it('ends the oldest session of a client first, and none twice', () => {
    const { at } = begin();
    const first = at('08:10').grant(MD2, onMachine('anna', 1));
    const second = at('08:20').grant(MD2, onMachine('anna', 1), { sameClientAs: first });
    expect(() => at('08:30').detach(second)).toThrow(RangeError);
    at('08:30').detach(first);
    expect(() => at('08:40').detach(first)).toThrow(RangeError);
  });

  it('refuses nobody where the code would be of two products', () => {
    const { script, at } = begin();
    at('08:10').grant(SRU_V5, onMachine('anna', 1));
    at('08:10').grant(SRU_PLATFORM, onNode('anna', 1));
    at('08:20').refuse(SRU_V5, onMachine('bruno', 2));
    expect(() => script.build()).toThrow('Refusals of SRU may be of two products.');
  });

  it('leaves no request pending', () => {
    const { script, at } = begin();
    at('11:45').refuse(GSD, onMachine('anna', 1));
    expect(() => script.build()).toThrow('pending');
  });

  it('has one file of a name, and no line without a file', () => {
    const { script, at } = begin({ folders: ['member-1', 'member-2'] });
    expect(() => at('08:00').rotate()).toThrow('is there already');
    expect(() => script.log(1).at(OUTLINE.from).poll()).toThrow('is not open');
    expect(() => script.log(2)).toThrow('There is no log 2.');
  });

  it('knows no time but UTC', () => {
    expect(() => utc('2026-03-02T08:00')).toThrow('is no UTC instant');
    expect(() => utc('noonZ')).toThrow('is no UTC instant');
  });
});

describe('an assumed end', () => {
  const settings = { sessionTimeoutHours: { '*': 2 }, restartGraceMinutes: 60 };

  it.each([
    ['is at the restart', '08:30', '09:30', { licenseMs: 60 * 60_000, rule: 'serverRestart' }],
    [
      'is at the age limit where that came first',
      '08:10',
      '10:40',
      { licenseMs: 120 * 60_000, rule: 'serverRestart' },
    ],
    [
      'is at the age limit without a restart',
      '08:10',
      null,
      { licenseMs: 120 * 60_000, rule: 'presumedLost' },
    ],
    [
      'is not there while the grace lasts',
      '10:30',
      '11:30',
      { licenseMs: 90 * 60_000, rule: null },
    ],
  ] as const)('%s', (_, grantedAt, restartedAt, { licenseMs, rule }) => {
    const { script, at } = begin({ settings });
    at(grantedAt).grant(MD2, onMachine('anna', 1));
    if (restartedAt !== null) at(restartedAt).start();
    expect(script.build().truth.products).toMatchObject([
      {
        licenseMs,
        openAtEnd: rule === null ? 1 : 0,
        sessionMsLow: rule === null ? licenseMs : 0,
        assumedEnds: {
          serverRestart: rule === 'serverRestart' ? 1 : 0,
          presumedLost: rule === 'presumedLost' ? 1 : 0,
        },
      },
    ]);
  });
});
