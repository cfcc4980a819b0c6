import fc from 'fast-check';
import { ByteMemo } from './byte-memo.js';
import { hashBytes } from './scan-bytes.js';

const view = (text: string) => {
  const bytes = Buffer.from(text, 'latin1');
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
};

const find = (memo: ByteMemo<string>, text: string) => memo.find(view(text), 0, text.length);
const span = (from: number, to: number, lineEnd = to) => ({ from, to, lineEnd });
const learn = (memo: ByteMemo<string>, text: string) =>
  memo.learn(view(text), span(0, text.length), `value of ${text}`);

describe('ByteMemo', () => {
  it('knows a value by its bytes, wherever they stand', () => {
    const memo = new ByteMemo<string>({ slots: 16, bytes: 65_536 });
    memo.learn(view('__MD2 and more__'), span(2, 14), 'a value');
    expect(memo.find(view('.....MD2 and more'), 5, 17)).toBe('a value');
    expect(memo.find(view('MD2 and more'), 0, 12)).toBe('a value');
  });

  it('tells bytes apart in any place', () => {
    const text = 'a text of 27 bytes in length';
    const memo = new ByteMemo<string>({ slots: 16, bytes: 65_536 });
    learn(memo, text);
    for (let at = 0; at < text.length; at++) {
      const other = `${text.slice(0, at)}#${text.slice(at + 1)}`;
      expect(find(memo, other)).toBeUndefined();
    }
    expect(find(memo, text)).toBe(`value of ${text}`);
  });

  it.each([
    // Found by search: each pair has the same hash.
    ['123456780000u90q', '1234567800011579'],
    ['00000dy612345678', '000012k412345678'],
  ])('tells %s and %s apart, whose hash is the same', (text, other) => {
    expect(hashBytes(view(text), 0, 16)).toBe(hashBytes(view(other), 0, 16));
    const memo = new ByteMemo<string>({ slots: 16, bytes: 65_536 });
    learn(memo, text);
    expect(find(memo, other)).toBeUndefined();
    learn(memo, other);
    expect(find(memo, other)).toBe(`value of ${other}`);
    expect(find(memo, text)).toBe(`value of ${text}`);
  });

  it('tells apart what begins the same', () => {
    const memo = new ByteMemo<string>({ slots: 16, bytes: 65_536 });
    learn(memo, 'MD2 and more');
    expect(find(memo, 'MD2 and mor')).toBeUndefined();
    expect(find(memo, 'MD2 and more!')).toBeUndefined();
  });

  it('remembers from 8 to 512 bytes', () => {
    const memo = new ByteMemo<string>({ slots: 16, bytes: 2_048 });
    const texts = [7, 8, 512, 513].map((length) => 'abcdefg'.padEnd(length, '1234567890'));
    for (const text of texts) learn(memo, text);
    expect(texts.map((text) => find(memo, text) !== undefined)).toEqual([false, true, true, false]);
  });

  it('forgets all when the room for bytes is used up, and begins again', () => {
    const memo = new ByteMemo<string>({ slots: 16, bytes: 24 });
    const texts = ['value 01', 'value 02', 'value 03', 'value 04'];
    for (const text of texts.slice(0, 3)) learn(memo, text);
    expect(texts.map((text) => find(memo, text))).toEqual([
      'value of value 01',
      'value of value 02',
      'value of value 03',
      undefined,
    ]);
    learn(memo, 'value 04');
    expect(texts.map((text) => find(memo, text))).toEqual([
      undefined,
      undefined,
      undefined,
      'value of value 04',
    ]);
  });

  it('gives a value back that it cannot remember', () => {
    const memo = new ByteMemo<string>({ slots: 4, bytes: 64 });
    expect(learn(memo, '1234567')).toBe('value of 1234567');
  });

  it('keeps the first value of the same bytes', () => {
    const memo = new ByteMemo<string>({ slots: 4, bytes: 65_536 });
    const text = 'the same';
    expect(memo.learn(view(text), span(0, 8), 'first')).toBe('first');
    expect(memo.learn(view(text), span(0, 8), 'second')).toBe('first');
    expect(memo.find(view(text), 0, 8)).toBe('first');
  });

  it('keeps four values of one set and then forgets the oldest', () => {
    const memo = new ByteMemo<string>({ slots: 4, bytes: 65_536 });
    const texts = ['value 01', 'value 02', 'value 03', 'value 04', 'value 05', 'value 06'];
    for (const text of texts.slice(0, 4)) learn(memo, text);
    expect(texts.map((text) => find(memo, text) !== undefined)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    for (const text of texts.slice(4)) learn(memo, text);
    expect(texts.map((text) => find(memo, text) !== undefined)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
    ]);
  });

  it('never gives a value of other bytes, however many it was told', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '!', 'é'),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), text, (told, asked) => {
        const memo = new ByteMemo<string>({ slots: 16, bytes: 65_536 });
        for (const one of told) learn(memo, one);
        const found = find(memo, asked);
        expect(found === undefined || found === `value of ${asked}`).toBe(true);
      }),
    );
  });

  it('uses all its sets', () => {
    const memo = new ByteMemo<string>({ slots: 1024, bytes: 65_536 });
    const texts = Array.from({ length: 512 }, (_, index) => `a value of ${index}`);
    for (const text of texts) learn(memo, text);
    const kept = texts.filter((text) => find(memo, text) !== undefined).length;
    expect(kept).toBeGreaterThan(480);
  });

  describe('with a key of the first bytes', () => {
    const line = 'WS-0042!alice!C:\\CNEXT.exe!';
    const memoOf = (...lines: string[]) => {
      const memo = new ByteMemo<string>({ slots: 4, bytes: 1_024 }, 10);
      for (const text of lines) {
        const to = text.indexOf('!', 8) + 1 || text.length;
        memo.learn(view(text), span(0, to, text.length), text.slice(0, to));
      }
      return memo;
    };

    it('finds what stands there before its end is known, and tells its length', () => {
      const memo = memoOf(line);
      expect(memo.find(view(`${line}6.424`), 0, line.length + 5)).toBe('WS-0042!alice!');
      expect(memo.foundLength).toBe(14);
      expect(memo.find(view(`__${line}`), 2, line.length + 2)).toBe('WS-0042!alice!');
    });

    it('tells texts apart whose first bytes are the same', () => {
      const memo = memoOf(line, line.replace('alice', 'albert'), line.replace('alice', 'alan'));
      expect(find(memo, line.replace('alice', 'albert'))).toBe('WS-0042!albert!');
      expect(memo.foundLength).toBe(15);
      expect(find(memo, line.replace('alice', 'alan'))).toBe('WS-0042!alan!');
      expect(find(memo, line.replace('alice', 'alba'))).toBeUndefined();
    });

    it('looks no further than the end of the line', () => {
      const memo = memoOf(line);
      expect(memo.find(view(line), 0, 14)).toBe('WS-0042!alice!');
      expect(memo.find(view(line), 0, 13)).toBeUndefined();
    });

    it('remembers a line that is shorter than the key', () => {
      const memo = memoOf('WS-1!bob\n');
      expect(find(memo, 'WS-1!bob\n')).toBe('WS-1!bob\n');
      expect(find(memo, 'WS-1!bob\n and more')).toBeUndefined();
    });
  });
});
