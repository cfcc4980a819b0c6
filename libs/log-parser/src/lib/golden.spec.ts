import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLineDecoder } from './decode-line';
import { parseRawLine } from './parse-line';
import { splitLines } from './split-lines';

// A new case is a new folder with an input.log. `UPDATE_GOLDEN=1` writes expected.jsonl; read what
// it wrote before you commit it.
const root = join(__dirname, '../../testcases');

function parseFile(file: string): string {
  const lines = splitLines(readFileSync(file), { blockOffset: 0, decoder: createLineDecoder() });
  return lines
    .map((line) => {
      const { byteOffset, byteLength } = line;
      return `${JSON.stringify({ byteOffset, byteLength, line: parseRawLine(line) })}\n`;
    })
    .join('');
}

for (const group of ['ok', 'not-ok']) {
  describe(`log lines that are ${group}`, () => {
    it.each(readdirSync(join(root, group)))('reads %s', (name) => {
      const folder = join(root, group, name);
      const expectedFile = join(folder, 'expected.jsonl');
      const actual = parseFile(join(folder, 'input.log'));
      if (process.env['UPDATE_GOLDEN'] && !existsSync(expectedFile))
        writeFileSync(expectedFile, actual);
      expect(actual).toBe(readFileSync(expectedFile, 'utf8'));
    });
  });
}

describe('the synthetic lines of the format note', () => {
  const parsed = (name: string) =>
    readFileSync(join(root, 'ok', name, 'expected.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { line: unknown }).line);

  it.each([
    'synthetic-lines-in-cp1252',
    'synthetic-lines-in-crlf',
    'synthetic-lines-in-cp1252-crlf',
  ])('give the same events in %s as in UTF-8 with LF', (name) => {
    expect(parsed(name)).toEqual(parsed('synthetic-lines-of-the-format-note'));
  });
});
