import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { useFolder } from '../testing/folder';
import { testSettings } from '../testing/settings';
import { checkCapacity } from './check-capacity';

const folder = useFolder();

const check = async (over: Readonly<Record<string, string>>) => {
  const findings = await checkCapacity([testSettings(folder.path, over)]);
  return findings.map(({ level, what, mend }) =>
    `${level}: ${what} ${mend ?? ''}`.replaceAll(folder.path(), ''),
  );
};
const sources = () => ({
  ENTITLEMENTS_FILE: folder.path('own.yaml'),
  CAPACITY_DIRECTORY: folder.path('capacity'),
  DSLICSRV_COMMAND: folder.path('DSLicSrv'),
});

describe('the sources of capacity', () => {
  it('may all be missing', async () => {
    expect(await check({})).toEqual([]);
  });

  it('are told where they are in order', async () => {
    writeFileSync(folder.path('own.yaml'), 'entitlements: [{product: MD2, seats: 3}]');
    mkdirSync(folder.path('capacity'));
    writeFileSync(folder.path('DSLicSrv'), '');
    chmodSync(folder.path('DSLicSrv'), 0o755);
    expect(await check(sources())).toEqual([
      'ok: /own.yaml tells of 1 entitlements. ',
      'ok: CAPACITY_DIRECTORY = /capacity holds 0 files. ',
      'ok: DSLICSRV_COMMAND = /DSLicSrv can be run. ',
    ]);
  });

  it('are faults where they are not there', async () => {
    const findings = await check(sources());
    expect(findings).toEqual([
      expect.stringMatching(/^fault: ENTITLEMENTS_FILE = .* cannot be read\. ENOENT/),
      expect.stringMatching(/^fault: CAPACITY_DIRECTORY = .* cannot be read\. ENOENT.*Create it/),
      expect.stringMatching(/^fault: DSLICSRV_COMMAND = .* cannot be run\. ENOENT.*Set it to/),
    ]);
  });

  it('are faults where the file kept by hand has some, each of which is told', async () => {
    writeFileSync(folder.path('own.yaml'), 'entitlements: [{product: MD2}, {seats: 3}]');
    const [finding] = await check({ ENTITLEMENTS_FILE: folder.path('own.yaml') });
    expect(finding).toMatch(/^fault: .*entry 1, seats: .*; line 1, entry 2, product: is missing/);
  });
});
