import type { Page } from '@playwright/test';

/** What a page says to people: its visible texts, and its names for those who cannot see. */
export async function readSpokenTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    // Names from the log and of products are the same in every language, and so are codes and keys.
    const names =
      'bdi, code, kbd, .code, svg .word, .editor, [data-testid="product-name"], [lang="en"]';
    const attributes = ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'data-label'];
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element?.checkVisibility() && element.closest(names) === null) {
        texts.push(node.textContent ?? '');
      }
    }
    document.body.querySelectorAll('*').forEach((element) => {
      if (element.matches(names) || element.querySelector(names) !== null) return;
      texts.push(...attributes.map((attribute) => element.getAttribute(attribute) ?? ''));
    });
    return texts.map((text) => text.replace(/\s+/g, ' ').trim());
  });
}

/** Units, and words that German has taken over. */
const SAME = new Set([
  ...['min', 'h', 'd', 'ms', 's', 'B', 'kB', 'MB', 'GB'],
  ...['Live', 'Filter', 'Server', 'Timeout', 'Timeouts', 'Token', 'Code', 'License Monitor'],
  ...['CSV', 'XLSX'],
  ...['In Europe/Paris', 'Europe/Paris', 'English', 'Deutsch'],
]);

/** The texts of two languages that are the same in both although they have words of their own. */
export function findUntranslated(
  texts: readonly string[],
  english: readonly string[],
): readonly string[] {
  const known = new Set(english);
  const isWords = (text: string) =>
    text
      .split(/[^\p{L}/ ]+/u)
      .map((part) => part.trim())
      .some((part) => /\p{L}{2}/u.test(part) && !SAME.has(part));
  return [...new Set(texts)].filter((text) => known.has(text) && isWords(text));
}
