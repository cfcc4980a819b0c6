import fc from 'fast-check';
import {
  findProcessEnd,
  findProcessStart,
  hashBytes,
  isSession,
  readNumber,
  readSession,
  readTimeOfDay,
  skipBangs,
  skipDigits,
} from './scan-bytes.js';

const view = (text: string) => {
  const bytes = Buffer.from(text, 'latin1');
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
};

describe('readTimeOfDay', () => {
  const read = (text: string) => readTimeOfDay(view(text), 0);

  it('reads hours, minutes, seconds and milliseconds', () => {
    expect(read('00:00:00:000')).toBe(0);
    expect(read('23:59:59:999')).toBe(86_399_999);
    expect(read('01:02:03:045')).toBe(3_723_045);
    expect(readTimeOfDay(view('__10:20:30:400'), 2)).toBe(37_230_400);
  });

  it.each([
    '24:00:00:000',
    '00:60:00:000',
    '00:00:60:000',
    '00-00:00:000',
    '00:00-00:000',
    '00:00:00.000',
  ])('refuses %s', (text) => {
    expect(read(text)).toBe(-1);
  });

  it('refuses what is no digit, in any place', () => {
    const time = '01:02:03:045';
    for (const at of [0, 1, 3, 4, 6, 7, 9, 10, 11]) {
      for (const odd of ['/', ':', ' ', 'a']) {
        expect(read(`${time.slice(0, at)}${odd}${time.slice(at + 1)}`)).toBe(-1);
      }
    }
  });
});

describe('skipBangs', () => {
  it('finds the index behind the wanted `!`, as a loop over the bytes does', () => {
    const text = fc.string({ unit: fc.constantFrom('!', ' ', 'a', '\xA1', '"'), maxLength: 24 });
    fc.assert(
      fc.property(text, fc.nat(8), fc.integer({ min: 1, max: 5 }), (line, from, count) => {
        const start = Math.min(from, line.length);
        const bangs = [...line].flatMap((letter, at) =>
          letter === '!' && at >= start ? [at] : [],
        );
        const at = bangs[count - 1];
        expect(skipBangs(view(line), start, line.length, count)).toBe(
          at === undefined ? 0 : at + 1,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('looks no further than it is told', () => {
    expect(skipBangs(view('abcdefg!'), 0, 7, 1)).toBe(0);
    expect(skipBangs(view('abc!'), 0, 3, 1)).toBe(0);
    expect(skipBangs(view('abc!'), 0, 4, 1)).toBe(4);
  });
});

describe('isSession', () => {
  it('wants 16 hexadecimal digits and a `!`', () => {
    const session = '00000196E721C6Cf!';
    expect(isSession(view(session), 0)).toBe(true);
    expect(isSession(view(`__${session}`), 2)).toBe(true);
    for (let at = 0; at <= 16; at++) {
      for (const odd of ['g', '/', ':', '@', 'G', '`']) {
        expect(isSession(view(`${session.slice(0, at)}${odd}${session.slice(at + 1)}`), 0)).toBe(
          false,
        );
      }
    }
    for (const digit of '0123456789abcdefABCDEF') {
      expect(isSession(view(`${digit.repeat(16)}!`), 0)).toBe(true);
    }
  });
});

describe('readSession', () => {
  it('copies 16 characters', () => {
    expect(readSession(view('__0123456789ABCDEF!'), 2)).toBe('0123456789ABCDEF');
  });
});

describe('the process number at the end of a line', () => {
  const find = (text: string, from = 0) => {
    const end = findProcessEnd(view(text), from, text.length);
    return end === 0 ? undefined : text.slice(findProcessStart(view(text), end), end);
  };

  it.each([
    ['C:\\a.exe ( 11168)!6.424!0', '11168'],
    ['C:\\a.exe ( 11168)!6.424', '11168'],
    ['C:\\a.exe ( 11168)', '11168'],
    ['C:\\a.exe (11168)!6.424!0', '11168'],
    ['C:\\a.exe ( 1)!!', '1'],
    ['a ( 1234567890)', '1234567890'],
  ])('stands in %s', (text, number) => {
    expect(find(text)).toBe(number);
  });

  it.each(['C:\\a.exe!6.424!0', 'C:\\a.exe ( 11168)!a!6.424!0', 'C:\\a.exe', '!', ''])(
    'has no parenthesis where one may stand in %s',
    (text) => {
      expect(findProcessEnd(view(text), 0, text.length)).toBe(0);
    },
  );

  it('is not looked for before the program', () => {
    expect(findProcessEnd(view('(1)!6.424!0'), 4, 11)).toBe(0);
    expect(findProcessEnd(view('abc)'), 4, 4)).toBe(0);
    expect(findProcessEnd(view('abc)'), 3, 4)).toBe(3);
  });

  it.each([
    'a ( 12345678901)',
    'a.b(12)',
    'a ()',
    'a ( )',
    'a ( x1)',
    'a [ 12)',
    'ab( 12)',
    'a  12)',
  ])('is not %s', (text) => {
    expect(findProcessStart(view(text), text.length - 1)).toBe(0);
  });
});

describe('readNumber', () => {
  it('reads the digits it is told', () => {
    expect(readNumber(view('(0123)'), 1, 5)).toBe(123);
    expect(readNumber(view('9999999999'), 0, 10)).toBe(9_999_999_999);
    expect(readNumber(view(''), 0, 0)).toBe(0);
  });
});

describe('skipDigits', () => {
  it('stops behind the last digit, behind ten of them, and at the end', () => {
    expect(skipDigits(view('(0189)'), 1, 6)).toBe(5);
    expect(skipDigits(view('(0/9)'), 1, 5)).toBe(2);
    expect(skipDigits(view('x'), 0, 1)).toBe(0);
    expect(skipDigits(view('123'), 0, 2)).toBe(2);
    expect(skipDigits(view('_123456789012'), 1, 13)).toBe(11);
  });
});

describe('hashBytes', () => {
  it('gives the same for the same bytes, wherever they stand', () => {
    const text = 'a text of 27 bytes in length';
    const hash = hashBytes(view(text), 0, text.length);
    for (let shift = 1; shift < 9; shift++) {
      const shifted = '#'.repeat(shift) + text;
      expect(hashBytes(view(shifted), shift, shifted.length)).toBe(hash);
    }
  });

  it('spreads texts that differ little', () => {
    const hashes = new Set<number>();
    const lowBits = new Set<number>();
    for (let number = 0; number < 4_096; number++) {
      const text = `WS-${String(number).padStart(4, '0')} (41A0)!10.0.0.1!alice!`;
      const hash = hashBytes(view(text), 0, text.length);
      hashes.add(hash);
      lowBits.add(hash & 4_095);
    }
    expect(hashes.size).toBeGreaterThan(4_090);
    // Chance alone leaves 1/e of the places empty.
    expect(lowBits.size).toBeGreaterThan(2_450);
  });

  it('depends on the order of words', () => {
    expect(hashBytes(view('aaaabbbb'), 0, 8)).not.toBe(hashBytes(view('bbbbaaaa'), 0, 8));
    expect(hashBytes(view('aaaabbbbcccc'), 0, 12)).not.toBe(hashBytes(view('aaaaccccbbbb'), 0, 12));
  });

  it('depends on every byte', () => {
    const text = 'a text of 27 bytes in length';
    const hash = hashBytes(view(text), 0, text.length);
    for (let at = 0; at < text.length; at++) {
      const other = `${text.slice(0, at)}#${text.slice(at + 1)}`;
      expect(hashBytes(view(other), 0, text.length)).not.toBe(hash);
    }
  });
});
