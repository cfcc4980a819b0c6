import { ensureValidLanguage } from './valid-language';

const ensured = (language: string): string => {
  const browser = { language };
  ensureValidLanguage(browser);
  return browser.language;
};

describe('ensureValidLanguage', () => {
  it('replaces a language that is no tag, and leaves all others', () => {
    expect(ensured('en-US@posix')).toBe('en-GB');
    expect(ensured('fr')).toBe('fr');
  });
});
