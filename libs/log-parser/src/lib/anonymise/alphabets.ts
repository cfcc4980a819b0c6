/** What one place of a token is chosen from. */
export type Alphabet = readonly string[];

/**
 * No vowel and no hexadecimal digit: no token spells a word that the parser knows, and none looks
 * like an id.
 */
export const LETTERS: Alphabet = [...'ghjklmnpqrstvwxyz'];
export const DIGITS: Alphabet = [...'0123456789'];
export const HEX_LETTERS: Alphabet = [...'abcdef'];
export const ACCENTED: Alphabet = [...'äöüé'];

const HAN: Alphabet = [...'山川田木林森水火土石金日月天地大小中上下人口手足心力'];
const OTHER_PLANES: Alphabet = [...'𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀊𠀋𠀌𠀍𠀎𠀏'];

/** Punctuation, accents that are characters of their own, and signs such as `°` and `™`. */
const STAYS: Alphabet | undefined = undefined;

/**
 * Characters and what stands for them, in lower case; the first range that holds one wins. Each
 * alphabet has the length in UTF-8 of what it stands for, and lies in all code pages that write its
 * script, so an anonymised name can be written in the encoding of its log.
 */
const RANGES: readonly (readonly [from: number, to: number, alphabet: Alphabet | undefined])[] = [
  [0x00, 0x2f, STAYS],
  [0x30, 0x39, DIGITS],
  [0x5f, 0x5f, STAYS],
  [0x3a, 0x7f, LETTERS],
  [0x80, 0xbf, STAYS],
  [0xc0, 0x24f, ACCENTED],
  [0x300, 0x36f, STAYS],
  [0x370, 0x3ff, [...'βγδζθκλμνξπρτφχψ']],
  [0x400, 0x4ff, [...'бвгджзклмнпрстфхцчшщ']],
  [0x590, 0x5ff, [...'אבגדהוזחטיכלמנסעפצקרשת']],
  [0x600, 0x6ff, [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي']],
  [0x250, 0x7ff, [...'բգդզթժլխծկհձղճմյնշչպջռսվտրցփք']],
  [0xe00, 0xe7f, [...'กขคงจชซญดตถทธนบปผพฟมยรลวสหอ']],
  [0x1e00, 0x1eff, [...'ạảấầẩẫậắằẳẵặ']],
  [0x2000, 0x218f, STAYS],
  [0x2190, 0x2bff, [...'○●△▲□■◇◆☆★']],
  [0x3040, 0x309f, [...'あいうえおかきくけこさしすせそたちつてと']],
  [0x30a0, 0x30ff, [...'アイウエオカキクケコサシスセソタチツテト']],
  [0xac00, 0xd7a3, [...'가나다라마바사아자차카타파하거너더러머버']],
  [0xe000, 0xf8ff, [...'\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008\ue009\ue00a\ue00b']],
  [0xff10, 0xff19, [...'０１２３４５６７８９']],
  [0xff21, 0xff5a, [...'ｇｈｊｋｌｍｎｐｑｒｓｔｖｗｘｙｚ']],
  [0xff61, 0xff9f, [...'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿ']],
  [0x800, 0xffff, HAN],
  [0x1f000, 0x1faff, [...'🌱🌲🌳🌴🌵🌷🌸🌹🌺🌻🌼🌽🌾🌿🍀🍁🍂🍃🍄🍅🍆🍇🍈🍉']],
];

/** What a character of a name may become; undefined where it stays. */
export function findAlphabet(character: string): Alphabet | undefined {
  const code = Number(character.codePointAt(0));
  const range = RANGES.find(([from, to]) => code >= from && code <= to);
  return range === undefined ? OTHER_PLANES : range[2];
}

/**
 * The small letter of a character, where it has one of the same kind and length; so `É` and `é` are
 * one, and the Kelvin sign is no `k`.
 */
export function foldCharacter(character: string): string {
  const small = character.toUpperCase().toLowerCase();
  const isSameKind =
    small.length === character.length && findAlphabet(small) === findAlphabet(character);
  return isSameKind ? small : character;
}

/** Whether a character is the capital of another. */
export const isCapital = (character: string): boolean =>
  foldCharacter(character) !== character && character.toUpperCase() === character;
