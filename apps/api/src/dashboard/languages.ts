import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Request } from 'express';

/** Where the dashboard remembers in which language somebody wants it. */
const COOKIE = /(?:^|;\s*)license-monitor-language=(?<language>[\w-]+)/;
/** What is spoken to those who want none of the languages there are. */
const FALLBACK = 'en';
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z\d]+)*$/;

/**
 * The languages of a built dashboard, the fallback first: each has a folder with a page of its own. None
 * where it was built without, or is not built yet.
 */
export function findLanguages(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => LANGUAGE.test(name) && existsSync(join(directory, name, 'index.html')))
    .sort((a, b) => Number(b === FALLBACK) - Number(a === FALLBACK) || (a < b ? -1 : 1));
}

/** The language for somebody: the one that was chosen, else the one that the browser asks for. */
export function chooseLanguage(request: Request, languages: readonly string[]): string {
  const chosen = COOKIE.exec(request.headers.cookie ?? '')?.groups?.['language'];
  if (chosen !== undefined && languages.includes(chosen)) return chosen;
  return request.acceptsLanguages(...languages) || (languages[0] ?? FALLBACK);
}
