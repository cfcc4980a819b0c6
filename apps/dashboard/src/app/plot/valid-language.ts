/**
 * The plotting library makes a number format of the browser's language as soon as it is loaded. In a
 * locale of POSIX, Chromium calls its language `en-US@posix`, which `Intl` refuses: the whole screen
 * would stay empty. Import this before the library.
 */
export function ensureValidLanguage(navigator: { readonly language: string }): void {
  try {
    Intl.getCanonicalLocales(navigator.language);
  } catch {
    // RangeError: Intl has no other way to ask.
    Object.defineProperty(navigator, 'language', { value: 'en-GB', configurable: true });
  }
}

ensureValidLanguage(navigator);
