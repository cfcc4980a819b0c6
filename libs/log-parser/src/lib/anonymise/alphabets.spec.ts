import fc from 'fast-check';
import { DIGITS, findAlphabet, foldCharacter, isCapital, LETTERS } from './alphabets.js';

const length = (text: string) => Buffer.byteLength(text);

/** Code pages and letters they write, one or more of each script. */
const codePages: readonly (readonly [label: string, letters: string])[] = [
  ['windows-1252', 'éÉàßÿ'],
  ['windows-1250', 'ěŠř'],
  ['windows-1251', 'жЖя'],
  ['windows-1253', 'ωΩσ'],
  ['windows-1255', 'ת'],
  ['windows-1256', 'غ'],
  ['windows-874', 'ฮ'],
  ['shift_jis', '計あアｱ７Ｗｗ★'],
  ['gbk', '計あア７★'],
  ['big5', '計７★'],
  ['euc-kr', '계計あア７★'],
];

/** The characters that a code page can write. */
function readCodePage(label: string): ReadonlySet<string> {
  const decoder = new TextDecoder(label);
  const characters = new Set<string>();
  for (let first = 0x80; first < 0x100; first++) {
    characters.add(decoder.decode(Uint8Array.of(first)));
    for (let second = 0x40; second < 0x100; second++) {
      characters.add(decoder.decode(Uint8Array.of(first, second)));
    }
  }
  return characters;
}

describe('the alphabets', () => {
  it('hold no vowel, no hexadecimal digit, and nothing twice', () => {
    expect(LETTERS.join('')).toBe('ghjklmnpqrstvwxyz');
    expect(DIGITS.join('')).toBe('0123456789');
  });

  it.each([
    ['a', LETTERS],
    ['Z', LETTERS],
    ['0', DIGITS],
    ['9', DIGITS],
  ])('stand for %s', (character, alphabet) => {
    expect(findAlphabet(character)).toBe(alphabet);
  });

  it.each(['-', '_', '/', '°', '¿', '\u0301', '\u036f', '™', '\u218f'])('let %s stay', (sign) => {
    expect(findAlphabet(sign)).toBeUndefined();
  });

  it.each([
    ...['à', 'ɏ', 'ɐ', 'ʰ', 'Ͱ', 'ω', 'Ѐ', 'ӿ', 'Ա', 'א', '\u05ff', 'ا', 'ܐ', '߿', 'ࠀ'],
    ...['ก', '๛', 'ༀ', 'Ḁ', 'ỿ', 'ἀ', '→', '⯿', 'ⰰ', 'ぁ', 'ゟ', '゠', 'ヿ', 'ㄅ', '一', '가'],
    ...['힣', '\ue000', '\uf8ff', '豈', '０', '９', 'Ａ', 'ｚ', '｡', 'ﾟ', '\uffff', '🀀', '🫿'],
    ...['𐀀', '\u{1efff}', '\u{1fb00}', '\u{10ffff}'],
  ])('stand for %s in characters of its length', (character) => {
    const alphabet = findAlphabet(character) ?? [];
    expect(alphabet.length).toBeGreaterThan(3);
    expect(new Set(alphabet).size).toBe(alphabet.length);
    for (const choice of alphabet) {
      expect(length(choice)).toBe(length(character));
      expect(choice).toBe(foldCharacter(choice));
    }
  });

  it('differ from script to script', () => {
    const scripts = 'aéω жתغॐฮạ★あア계計\ue000７ｗｱ🍎𐀀Ա0'.replace(' ', '');
    const alphabets = [...scripts].map((letter) => findAlphabet(letter)?.join(''));
    // One script has no alphabet of its own: it gets that of Chinese characters.
    expect(new Set(alphabets).size).toBe(alphabets.length - 1);
    expect(findAlphabet('ॐ')).toBe(findAlphabet('計'));
  });

  it.each(codePages)('can be written in %s', (label, letters) => {
    const written = readCodePage(label);
    for (const letter of letters) {
      const choices = findAlphabet(letter) ?? [];
      const texts = choices.flatMap((one) => (isCapital(letter) ? [one.toUpperCase()] : [one]));
      expect(texts.filter((one) => !written.has(one))).toEqual([]);
    }
  });
});

describe('foldCharacter', () => {
  it.each([
    ['A', 'a'],
    ['É', 'é'],
    ['Ж', 'ж'],
    ['Σ', 'σ'],
    ['ς', 'σ'],
    ['Ｗ', 'ｗ'],
    ['ÿ', 'ÿ'],
  ])('takes %s for %s', (character, small) => {
    expect(foldCharacter(character)).toBe(small);
  });

  it.each(['a', '1', 'ß', 'İ', 'ı', 'ſ', '\u212a', 'µ', '計', '👩', '\ud800', '-'])(
    'leaves %s as it is',
    (character) => {
      expect(foldCharacter(character)).toBe(character);
    },
  );

  it('is done after once, and keeps kind and length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), (character) => {
        const small = foldCharacter(character);
        expect(foldCharacter(small)).toBe(small);
        expect(findAlphabet(small)).toBe(findAlphabet(character));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('isCapital', () => {
  it.each(['A', 'É', 'Ж', 'Σ', 'Ｗ'])('is true for %s', (character) => {
    expect(isCapital(character)).toBe(true);
  });

  it.each(['a', 'é', 'ς', 'ß', 'İ', '1', '-', '計', 'ǅ'])('is false for %s', (character) => {
    expect(isCapital(character)).toBe(false);
  });
});
