import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';
import { toPath } from './path';
import { browserZone } from './zone';
import { defaultViewQuery, type ViewQuery } from './view-query';
import { parseViewQuery, writeViewQuery } from './view-query-address';

type Parameters = Readonly<Record<string, string | readonly string[]>>;

function toHref(path: string, parameters: Parameters): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) {
    for (const item of [value].flat()) search.append(key, item);
  }
  return search.size === 0 ? path : `${path}?${search}`;
}

/** The address of the page as a typed view, and the way to change it. */
@Injectable({ providedIn: 'root' })
export class ViewState {
  private readonly router = inject(Router);
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );
  /** The address of the page within its language, with all that it says. */
  readonly address = computed(() => this.url());

  private readonly parsed = computed(() =>
    parseViewQuery(new URL(this.url(), 'http://localhost').searchParams),
  );

  /** What the address says. */
  readonly query = computed(() => this.parsed().query);

  /** What of the address was not understood. */
  readonly dropped = computed(() => this.parsed().dropped);

  /** The zone in which instants are shown. */
  readonly zone = computed(() => this.query().zone ?? browserZone());

  /** Parameters for a link to another screen that keeps who and what is looked at. */
  readonly carriedParameters = computed(() => {
    const { product, user, host, server, zone } = this.query();
    return writeViewQuery({ ...defaultViewQuery, product, user, host, server, zone });
  });

  /** Parameters for a link to another screen that keeps the zone alone. */
  readonly zoneParameters = computed(() =>
    writeViewQuery({ ...defaultViewQuery, zone: this.query().zone }),
  );

  private readonly path = computed(() => toPath(this.url()));

  /** Returns the address of the present view with some of it changed. */
  hrefOf(patch: Partial<ViewQuery>): string {
    return toHref(this.path(), this.toParameters(patch));
  }

  /** Returns the address of another screen, of which nothing but the zone is kept. */
  hrefTo(path: string): string {
    return toHref(path, this.zoneParameters());
  }

  /** Changes the view so that Back returns to the present one. */
  choose(patch: Partial<ViewQuery>): void {
    void this.router.navigate([], { queryParams: this.toParameters(patch) });
  }

  /** Changes the view in place: typing must not fill the history. */
  revise(patch: Partial<ViewQuery>): void {
    void this.router.navigate([], { queryParams: this.toParameters(patch), replaceUrl: true });
  }

  private toParameters(patch: Partial<ViewQuery>): Parameters {
    return writeViewQuery({ ...this.query(), ...patch });
  }
}
