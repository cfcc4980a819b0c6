import { execFileSync } from 'node:child_process';
import {
  createWriteStream,
  mkdtempSync,
  promises,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import { createDecoder, identifyFile, LogParser, type LocatedLine } from '../index.js';
import { NotALogError, readLog, type ReadLogOptions } from './index.js';

const cases = join(__dirname, '../../testcases/ok');
const line = '2025/05/19 03:00:00:000 I STOPSERVER  License server stopped\n';
/** Larger than a chunk, compressed as well: no two lines are the same. */
const longLog = Array.from(
  { length: 20_000 },
  (_, number) => `2025/05/19 03:00:00:000 I STOPSERVER  ${Math.sin(number)} stopped\n`,
).join('');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-log-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(content: string | Uint8Array, name = 'LicenseServer.log'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function readAll(path: string, options?: ReadLogOptions): Promise<LocatedLine[]> {
  const lines: LocatedLine[] = [];
  for await (const one of readLog(path, options)) lines.push(one);
  return lines;
}

/** The lines before the reading failed, and why it did. */
async function readUntilFault(path: string): Promise<{ lines: LocatedLine[]; fault: Error }> {
  const lines: LocatedLine[] = [];
  try {
    for await (const one of readLog(path)) lines.push(one);
  } catch (fault) {
    // What a reading throws is an error; the tests say which.
    return { lines, fault: fault as Error };
  }
  throw new Error('the reading did not fail');
}

function parseAll(bytes: Uint8Array): LocatedLine[] {
  const parser = new LogParser({ decoder: createDecoder(identifyFile(bytes).encoding) });
  return [...parser.parseChunk(bytes), ...parser.end()];
}

/** How many lines are the same, from the first on. A difference of long lists would take minutes. */
function countSame(lines: readonly LocatedLine[], expected: readonly LocatedLine[]): number {
  const differs = lines.findIndex((one, at) => !isDeepStrictEqual(one, expected[at]));
  return differs < 0 ? lines.length : differs;
}

const longLines = parseAll(Buffer.from(longLog));

describe('readLog', () => {
  it.each(readdirSync(cases))('gives what the core gives of %s', async (name) => {
    const path = join(cases, name, 'input.log');
    const expected = parseAll(readFileSync(path));
    expect(await readAll(path)).toEqual(expected);
    expect(await readAll(write(gzipSync(readFileSync(path))))).toEqual(expected);
  });

  it('reads a log of many chunks', async () => {
    for (const content of [longLog, gzipSync(longLog)]) {
      const lines = await readAll(write(content));
      expect(lines).toHaveLength(longLines.length);
      expect(countSame(lines, longLines)).toBe(longLines.length);
    }
  });

  it.each(['utf-16le', 'utf-16be'] as const)('reads a log in %s', async (encoding) => {
    const little = Buffer.from(`\uFEFF${line}`, 'utf16le');
    const path = write(encoding === 'utf-16le' ? little : little.swap16());
    expect(await readAll(path)).toMatchObject([{ line: { type: 'serverStop' } }]);
  });

  it('reads text of another code page', async () => {
    // "стоп" in the code page of Russian Windows.
    const path = write(Buffer.from(line.replace('stopped', '\xf1\xf2\xee\xef'), 'latin1'));
    expect(await readAll(path, { fallback: 'windows-1251' })).toMatchObject([
      { line: { text: expect.stringContaining('стоп') as string } },
    ]);
  });

  it('gives what has no end of line as not understood', async () => {
    expect(await readAll(write(`${line}2025/05/19 03:0`))).toMatchObject([
      { line: { type: 'serverStop' } },
      { line: { type: 'malformed', reason: 'unterminated' }, byteOffset: line.length },
    ]);
  });

  it('yields nothing for an empty file', async () => {
    expect(await readAll(write(''))).toEqual([]);
    expect(await readAll(write(gzipSync('')))).toEqual([]);
  });

  const onPosix = process.platform === 'win32' ? it.skip : it;
  onPosix('reads from a pipe, which gives a little at a time', async () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    const writer = createWriteStream(path);
    for (const part of [line.slice(0, 1), line.slice(1), longLog]) writer.write(part);
    writer.end();
    expect(countSame(await readAll(path), parseAll(Buffer.from(line + longLog)))).toBe(20_001);
  });

  it('rejects as the file system does where there is no such file', async () => {
    await expect(readAll(join(folder, 'absent.log'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('the summary', () => {
  it('tells what was read', async () => {
    const log = readLog(write(`${line}${line}?\n`));
    expect(log.summary).toMatchObject({ bytes: 0, classes: {} });
    for await (const one of log) expect(one.byteLength).toBeGreaterThan(0);
    expect(log.summary).toEqual({
      parserVersion: new LogParser().summary.parserVersion,
      bytes: 2 * line.length + 2,
      classes: {
        serverStop: { lines: 2, bytes: 2 * line.length },
        malformed: { lines: 1, bytes: 2 },
      },
    });
  });

  it('is of the latest iteration, which reads the file anew', async () => {
    const path = write(line);
    const log = readLog(path);
    for (const content of [line, line + line, '']) {
      write(content);
      for await (const one of log) expect(one.line.type).toBe('serverStop');
      expect(log.summary.bytes).toBe(content.length);
    }
  });
});

describe('a file that is no log', () => {
  const tokenUsage = 'Token/Credit license usage trace from 2025/05/20 15:06:36:933\n';

  it.each([
    ['tokenUsage', tokenUsage, 'token and credit usage'],
    ['tokenUsage', gzipSync(tokenUsage), 'token and credit usage'],
    ['opaque', Uint8Array.from([1, 0, 2, 0x0a, 0]), 'no text'],
    ['gzip', gzipSync(gzipSync(line)), 'compressed twice'],
  ])('is refused with its kind: %s', async (kind, content, words) => {
    const path = write(content);
    const { lines, fault } = await readUntilFault(path);
    expect(lines).toEqual([]);
    expect(fault).toBeInstanceOf(NotALogError);
    expect(fault).toMatchObject({ name: 'NotALogError', kind, path });
    expect(fault.message).toContain(path);
    expect(fault.message).toContain(words);
  });

  it('is read all the same where it is text', async () => {
    expect(await readAll(write('hello\n'))).toHaveLength(1);
  });
});

describe('a compressed log', () => {
  const whole = gzipSync(longLog);

  it('may be several, one behind the other', async () => {
    const path = write(Buffer.concat([gzipSync(line), gzipSync(line), whole]));
    const expected = parseAll(Buffer.from(line + line + longLog));
    expect(countSame(await readAll(path), expected)).toBe(20_002);
  });

  it('may be padded', async () => {
    for (const padding of [1, 512, 300_000]) {
      const path = write(Buffer.concat([gzipSync(line), Buffer.alloc(padding)]));
      expect(await readAll(path)).toHaveLength(1);
    }
  });

  it('gives its whole lines, then says that it is cut off', async () => {
    const path = write(whole.subarray(0, whole.length - 9));
    const { lines, fault } = await readUntilFault(path);
    // The last lines may still be in the decompressor; whatever it gave out is not lost.
    expect(lines.length).toBeGreaterThan(19_900);
    expect(countSame(lines, longLines)).toBe(lines.length);
    expect(fault.message).toContain(`${path} is cut off`);
    expect(fault.cause).toMatchObject({ code: 'Z_BUF_ERROR' });
  });

  it('gives the lines of a short one that lacks its end', async () => {
    const short = gzipSync(line.repeat(3));
    const { lines, fault } = await readUntilFault(write(short.subarray(0, -1)));
    expect(lines).toHaveLength(3);
    expect(fault.message).toContain('is cut off');
  });

  it('gives nothing where not even its header is whole', async () => {
    const { lines, fault } = await readUntilFault(write(whole.subarray(0, 5)));
    expect(lines).toEqual([]);
    expect(fault.message).toContain('is cut off');
  });

  it('gives the lines before the damage, however slowly they are taken', async () => {
    const damaged = Uint8Array.from(whole);
    damaged.fill(0xff, damaged.length / 2, damaged.length / 2 + 64);
    const path = write(damaged);
    const lines: LocatedLine[] = [];
    const reading = (async () => {
      for await (const one of readLog(path)) {
        lines.push(one);
        if (lines.length % 1000 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
      }
    })();
    await expect(reading).rejects.toThrow(`${path} is damaged`);
    // Damage may also make other text of what follows it, before the decompressor notices.
    expect(countSame(lines, longLines)).toBeGreaterThan(9000);
  });
});

describe('the file', () => {
  const handles: FileHandle[] = [];
  beforeEach(() => {
    handles.length = 0;
    const { open } = promises;
    jest.spyOn(promises, 'open').mockImplementation(async (...parameters) => {
      const handle = await open(...parameters);
      handles.push(handle);
      return handle;
    });
  });
  afterEach(() => jest.restoreAllMocks());
  /** A closed handle has no descriptor. */
  const descriptors = () => handles.map(({ fd }) => fd);

  it('is opened when the first line is asked for, and closed after the last', async () => {
    const log = readLog(write(line));
    expect(handles).toEqual([]);
    for await (const one of log) expect([one.line.type, ...descriptors()]).not.toContain(-1);
    expect(descriptors()).toEqual([-1]);
  });

  it.each([longLog, gzipSync(longLog)])('is closed when the reader breaks out', async (content) => {
    let lines = 0;
    for await (const one of readLog(write(content))) {
      lines += one.line.type === 'message' ? 1 : 0;
      if (lines === 5000) break;
    }
    expect(lines).toBe(5000);
    expect(descriptors()).toEqual([-1]);
  });

  it('is closed when the reader throws', async () => {
    const reading = (async () => {
      for await (const one of readLog(write(longLog))) throw new Error(one.line.type);
    })();
    await expect(reading).rejects.toThrow('message');
    expect(descriptors()).toEqual([-1]);
  });

  it('is closed when it is no log, and when it is cut off', async () => {
    await readUntilFault(write(Uint8Array.from([1, 0, 0x0a])));
    await readUntilFault(write(gzipSync(line).subarray(0, -1)));
    expect(descriptors()).toEqual([-1, -1]);
  });

  it('is not opened when the signal was given before', async () => {
    const signal = AbortSignal.abort(new Error('no more'));
    await expect(readAll(write(line), { signal })).rejects.toThrow('no more');
    expect(handles).toEqual([]);
  });

  it('is closed when the signal is given, before the next line', async () => {
    const controller = new AbortController();
    const lines: LocatedLine[] = [];
    const reading = (async () => {
      for await (const one of readLog(write(longLog), { signal: controller.signal })) {
        lines.push(one);
        controller.abort(new Error('no more'));
      }
    })();
    await expect(reading).rejects.toThrow('no more');
    expect(lines).toHaveLength(1);
    expect(descriptors()).toEqual([-1]);
  });
});
