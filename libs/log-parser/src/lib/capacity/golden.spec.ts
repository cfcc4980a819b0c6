import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAdminOutput } from './parse-admin-output.js';
import { parseLicenseInfo } from './parse-license-info.js';
import { parseLicenseUsageCsv } from './parse-license-usage-csv.js';
import { parseLicenseUsageText } from './parse-license-usage-text.js';
import { parseServerConfig } from './parse-server-config.js';

// A new case is a new folder with an input.txt; its name begins with the reader's. `UPDATE_GOLDEN=1`
// writes expected.json; read what it wrote before you commit it.
const root = join(__dirname, '../../../testcases/capacity');

const readers = {
  admin: parseAdminOutput,
  config: parseServerConfig,
  'license-info': parseLicenseInfo,
  'usage-csv': parseLicenseUsageCsv,
  'usage-text': parseLicenseUsageText,
};

describe.each(Object.entries(readers))('output that is read as %s', (prefix, read) => {
  it.each(readdirSync(root).filter((name) => name.startsWith(`${prefix}-`)))('reads %s', (name) => {
    const folder = join(root, name);
    const expectedFile = join(folder, 'expected.json');
    const actual = read(readFileSync(join(folder, 'input.txt'), 'utf8'));
    if (process.env['UPDATE_GOLDEN'] && !existsSync(expectedFile))
      writeFileSync(expectedFile, `${JSON.stringify(actual, null, 2)}\n`);
    expect(JSON.parse(JSON.stringify(actual))).toEqual(
      JSON.parse(readFileSync(expectedFile, 'utf8')),
    );
  });
});

describe('the testcases', () => {
  it('belong to a reader, each of them', () => {
    const isRead = (name: string) => Object.keys(readers).some((prefix) => name.startsWith(prefix));
    expect(readdirSync(root).filter((name) => !isRead(name))).toEqual([]);
  });
});
