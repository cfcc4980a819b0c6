import { toVisibleText } from './visible-text';

describe('toVisibleText', () => {
  it('leaves ordinary names of all scripts alone', () => {
    for (const name of [
      'ann',
      'DOMAIN\\bob',
      'José',
      'مستخدم',
      '王',
      '<script>alert(1)</script>',
    ]) {
      expect(toVisibleText(name)).toBe(name);
    }
  });

  it('writes out characters that reorder, hide or break text', () => {
    expect(toVisibleText('evil\u202Egnp.exe')).toBe('evil‹U+202E›gnp.exe');
    expect(toVisibleText('a\u200Bb')).toBe('a‹U+200B›b');
    expect(toVisibleText('a\tb\u0000')).toBe('a‹U+0009›b‹U+0000›');
    expect(toVisibleText('\u{E0041}')).toBe('‹U+E0041›');
    expect(toVisibleText('\u3164')).toBe('‹U+3164›');
  });

  it('writes out half of a surrogate pair', () => {
    expect(toVisibleText('a\uD800b')).toBe('a‹U+D800›b');
  });
});
