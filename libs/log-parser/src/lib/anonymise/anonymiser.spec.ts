import { anonymise, denial, fieldOf, grant } from '../../testing/telling-lines.js';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLineDecoder } from '../bytes/decode-line.js';
import { splitLines } from '../bytes/split-lines.js';
import { parseClient } from '../lines/parse-client.js';
import { parseLine } from '../lines/parse-line.js';
import { Anonymiser } from './anonymiser.js';

describe('the tokens of a run', () => {
  it('are counted: names, addresses and ids that are remembered', () => {
    const anonymiser = new Anonymiser('key');
    expect(anonymiser.tokenCount).toBe(0);
    anonymiser.anonymiseLine(grant);
    // WS-0042, alice, CORP; 10.0.0.42; the SID, ABC.
    expect(anonymiser.tokenCount).toBe(6);
    anonymiser.anonymiseLine(denial);
    expect(anonymiser.tokenCount).toBe(6);
  });
});

describe('the lines of the test cases', () => {
  const root = join(__dirname, '../../../testcases');
  const cases = ['ok', 'not-ok'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(group, name)),
  );

  it.each(cases)('are read as they are: %s', (name) => {
    const file = readFileSync(join(root, name, 'input.log'));
    const lines = splitLines(file, { blockOffset: 0, decoder: createLineDecoder() });
    const anonymiser = new Anonymiser('key');
    for (const { text } of lines) {
      if (text === null) continue;
      const copy = anonymiser.anonymiseLine(text);
      const [was, is] = [parseLine(text), parseLine(copy)];
      expect(is.type).toBe(was.type);
      if ('faults' in was) expect(is).toMatchObject({ faults: was.faults, product: was.product });
      if ('topic' in was) expect(is).toMatchObject({ topic: was.topic });
      expect(copy).not.toMatch(/alice|bob|chlo|41A0000000000001|10\.0\.0\.4\d/i);
    }
  });

  it('keeps a client a client', () => {
    const [line = ''] = anonymise(grant);
    expect(parseClient(fieldOf(line, 8) ?? '')).toMatchObject({
      computerId: expect.any(String),
      hardwareId: expect.any(String),
      display: '1',
    });
  });
});
