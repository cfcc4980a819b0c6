import { parseModel, parseWholeNumber } from './parse-values.js';

describe('parseModel', () => {
  it.each(['ConcurrentUser', 'NamedUser', 'Token', 'Credit'])('knows %s', (model) => {
    expect(parseModel(model)).toBe(model);
  });

  it.each(['token', 'unknown', 'Tokens', '', null])('does not know %s', (text) => {
    expect(parseModel(text)).toBe('unknown');
  });
});

describe('parseWholeNumber', () => {
  it.each([
    ['0', 0],
    ['007', 7],
    ['999999999', 999_999_999],
  ])('reads %s', (text, value) => {
    expect(parseWholeNumber(text)).toBe(value);
  });

  it.each(['', ' 1', '1 ', '-1', '1.5', '1000000000', 'x1', '1x', 'unlimited', null])(
    'does not read %j',
    (text) => {
      expect(parseWholeNumber(text)).toBeNull();
    },
  );
});
