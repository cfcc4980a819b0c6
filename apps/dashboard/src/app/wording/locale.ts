/**
 * The language of this build, as `Intl` takes it. Words, numbers and dates are written by functions that
 * know nothing of injectors, so this is no `LOCALE_ID`; Angular sets both from the same place. Where
 * nothing was translated, in tests and on the development server, the screens speak English.
 */
export const locale: string = $localize.locale ?? 'en-GB';
