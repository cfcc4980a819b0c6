import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ZoneOffsets } from '@license-monitor/log-parser';
import { until } from '../testing/child';
import { useFolder } from '../testing/folder';
import { enrolledTable, toolOutput, usageTable } from '../testing/tool-output';
import { askAdminTool, type AdminTool } from './admin-tool';
import { readToolResult } from './read-tool-result';

const TIMEOUT_MS = 20_000;
const folder = useFolder();
const never = new AbortController().signal;
const answer = toolOutput(usageTable({}), enrolledTable({ seats: 6 }));

/** A tool that notes how it was called and what it was told, and then does as `body` says. */
function writeTool(body: string): string {
  const path = folder.path('DSLicSrv');
  writeFileSync(
    path,
    `#!${process.execPath}
const { readFileSync, writeFileSync } = require('node:fs');
const input = readFileSync(0, 'utf8');
const { DSLICSRV_PASSWORD, LANG, LC_ALL, TZ } = process.env;
const environment = { DSLICSRV_PASSWORD, LANG, LC_ALL, TZ };
writeFileSync(${JSON.stringify(folder.path('call.json'))},
  JSON.stringify({ args: process.argv.slice(2), input, environment }));
${body}
`,
  );
  chmodSync(path, 0o755);
  return path;
}

const printing = (text: string, exitCode = 0) =>
  writeTool(`process.stdout.write(${JSON.stringify(text)}); process.exitCode = ${exitCode};`);
const readCall = () => JSON.parse(readFileSync(folder.path('call.json'), 'utf8')) as unknown;

const toolOf = (command: string, over: Partial<AdminTool> = {}): AdminTool => ({
  command,
  host: 'lic-01',
  port: 4084,
  password: '',
  timeZone: 'Europe/Paris',
  timeoutMs: TIMEOUT_MS,
  ...over,
});

async function ask(tool: AdminTool, signal = never) {
  const result = await askAdminTool(tool, signal);
  return readToolResult(result, new ZoneOffsets(tool.timeZone), tool.password);
}

describe('a tool whose path cannot even be tried', () => {
  it('fails as a value, so that the other servers are asked', async () => {
    writeFileSync(folder.path('file'), '');
    const tool = toolOf(folder.path('file', 'DSLicSrv'));
    expect(await askAdminTool(tool, never)).toMatchObject({ type: 'failed' });
  });
});

describe('a poll of the administration tool', () => {
  it('asks, in English and over a restricted connection, and reads both answers', async () => {
    expect(await ask(toolOf(printing(answer)))).toMatchObject([
      { source: 'usageCsv', pools: [{ seats: 5 }] },
      { source: 'licenseInfo', pools: [{ seats: 6 }] },
    ]);
    expect(readCall()).toEqual({
      args: ['-admin', '-locale', 'en_US'],
      input: 'connect lic-01 4084 -restricted\ngetLicenseUsage -csv\ngetLicenseInfo\nquit\n',
      environment: { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'Europe/Paris' },
    });
  });

  it('gives the password behind the connection, and nowhere else', async () => {
    process.env['DSLICSRV_PASSWORD'] = 'sesame';
    const readings = await ask(toolOf(printing(answer), { password: 'sesame' }));
    delete process.env['DSLICSRV_PASSWORD'];
    expect(readings.map(({ type }) => type)).toEqual(['report', 'report']);
    expect(readCall()).toEqual({
      args: ['-admin', '-locale', 'en_US'],
      input:
        'connect lic-01 4084 -restricted\nsesame\ngetLicenseUsage -csv\ngetLicenseInfo\nquit\n',
      environment: { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'Europe/Paris' },
    });
  });

  it('keeps one answer where the other failed', async () => {
    expect(await ask(toolOf(printing(toolOutput(usageTable({})))))).toMatchObject([
      { type: 'report', source: 'usageCsv' },
      { type: 'failure', source: 'licenseInfo', reason: 'answerMissing' },
    ]);
  });

  it('has no answer where the server cannot be reached', async () => {
    const tool = printing('Cannot connect to server lic-01 on port 4084\n', 1);
    expect(await ask(toolOf(tool))).toEqual([
      {
        type: 'failure',
        source: null,
        reason: 'cannotConnect',
        text: 'Cannot connect to server lic-01 on port 4084',
      },
    ]);
  });

  it('has no answer where the server asks for a password, and never tells one', async () => {
    const text = toolOutput(['Enter password: ', 'sesame', 'Wrong password: sesame']);
    const readings = await ask(toolOf(printing(text), { password: 'sesame' }));
    expect(readings).toMatchObject([{ source: null, reason: 'passwordAsked' }]);
    const echoing = await ask(toolOf(printing('Unknown: sesame\n', 3), { password: 'sesame' }));
    expect(echoing).toMatchObject([{ text: 'The tool ended with 3. Unknown: ***' }]);
    expect(JSON.stringify(readings)).not.toContain('sesame');
  });

  it('has no answer where the output is cut off', async () => {
    const text = answer.slice(0, answer.indexOf('admin >Status'));
    const readings = await ask(toolOf(printing(text)));
    expect(readings).toMatchObject([{ type: 'failure', source: null, reason: 'truncated' }]);
  });

  it('has no answer where a table without prompts ends with a fault of the tool', async () => {
    const table = `${usageTable({}).join('\n')}\n`;
    expect(await ask(toolOf(printing(table, 1)))).toMatchObject([{ reason: 'toolFailed' }]);
    expect(await ask(toolOf(printing(table)))).toMatchObject([
      { type: 'report' },
      { type: 'failure', source: 'licenseInfo' },
    ]);
  });

  it('has no answer where there is no such tool', async () => {
    expect(await ask(toolOf(folder.path('no-such-tool')))).toMatchObject([
      { source: null, reason: 'toolFailed', text: expect.stringContaining('ENOENT') },
    ]);
  });

  it('has no answer where the tool takes too long, and ends it', async () => {
    const tool = writeTool('setInterval(() => undefined, 1000);');
    const hanging = toolOf(tool, { timeoutMs: 1_000 });
    expect(await ask(hanging)).toMatchObject([{ source: null, reason: 'toolTimedOut' }]);
  });

  it('is ended when it is told to stop', async () => {
    const tool = writeTool('setInterval(() => undefined, 1000);');
    const stopping = new AbortController();
    const asked = askAdminTool(toolOf(tool), stopping.signal);
    await until(() => existsSync(folder.path('call.json')));
    stopping.abort();
    expect(await asked).toMatchObject({ type: 'failed' });
  });

  it('bears a tool that does not listen', async () => {
    const path = folder.path('deaf');
    writeFileSync(path, `#!${process.execPath}\nprocess.exit(4);\n`);
    chmodSync(path, 0o755);
    expect(await ask(toolOf(path))).toMatchObject([
      { reason: 'toolFailed', text: 'The tool ended with 4. ' },
    ]);
  });
});
