import { DOCUMENT } from '@angular/common';
import { computed, inject, Injectable } from '@angular/core';
import { i18n } from '../../../project.json';
import { ViewState } from '../view-state/view-state';

/** A language that the dashboard is built in. */
export interface Language {
  /** What its addresses begin with: `de`. */
  readonly path: string;
  /** What it calls itself: `Deutsch`. */
  readonly name: string;
}

const COOKIE = 'license-monitor-language';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

function toLanguage(path: string): Language {
  return { path, name: new Intl.DisplayNames([path], { type: 'language' }).of(path) ?? path };
}

/** All languages, as the build has them (`i18n` of project.json); the server finds their folders. */
export const languages: readonly Language[] = [
  i18n.sourceLocale.subPath,
  ...Object.keys(i18n.locales),
].map(toLanguage);

/** The language of the page, and the ways to the same page in the others. */
@Injectable({ providedIn: 'root' })
export class Languages {
  private readonly document = inject(DOCUMENT);
  private readonly viewState = inject(ViewState);

  /** What the addresses of this page begin with; null where it is served without languages. */
  readonly current = this.findCurrent();

  /** The languages with the address that this page has in each. */
  readonly choices = computed(() =>
    languages.map((language) => ({
      ...language,
      href: `/${language.path}${this.viewState.address()}`,
    })),
  );

  /** Remembers a choice for this browser, where the server sees it: it sends addresses without one there. */
  remember({ path }: Language): void {
    this.document.cookie = `${COOKIE}=${path}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`;
  }

  private findCurrent(): string | null {
    const [, first] = new URL(this.document.baseURI).pathname.split('/');
    return languages.find(({ path }) => path === first)?.path ?? null;
  }
}
