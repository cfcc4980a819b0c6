import { replaceParts } from './replace-parts.js';

describe('replaceParts', () => {
  it.each([
    ['', '<>'],
    ['ab', '<ab>'],
    ['12', '<>[12]<>'],
    ['a1b22', '<a>[1]<b>[22]<>'],
    ['1a', '<>[1]<a>'],
  ])('replaces what is found and what stands between in "%s"', (text, result) => {
    expect(
      replaceParts(
        text,
        /\d+/g,
        (match) => `[${match}]`,
        (rest) => `<${rest}>`,
      ),
    ).toBe(result);
  });
});
