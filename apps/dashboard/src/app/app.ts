import type { ElementRef } from '@angular/core';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  Router,
  RouterLink,
  RouterLinkActive,
  RouterOutlet,
  type IsActiveMatchOptions,
  type Params,
} from '@angular/router';
import { LiveFeed } from './data/live-feed';
import { MonitorHealth } from './data/monitor-health';
import { FindDialog } from './find/find-dialog';
import { Announcer } from './frame/announcer';
import { ConnectionStatus } from './frame/connection-status';
import { focusHeadingOnNavigation } from './frame/focus-heading';
import { MonitorBanners } from './frame/monitor-banners';
import { SettingsMenu } from './frame/settings-menu';
import { Commands } from './keyboard/commands';
import type { Command } from './keyboard/key-command';
import { KeyHelp } from './keyboard/key-help';
import { PrintHead } from './print/print-head';
import { QueryNotice } from './view-state/query-notice';
import { ViewState } from './view-state/view-state';

const activeWhenSamePath: IsActiveMatchOptions = {
  paths: 'exact',
  queryParams: 'ignored',
  matrixParams: 'ignored',
  fragment: 'ignored',
};

/** A screen of the navigation, and the command that leads to it. */
interface Screen {
  readonly name: string;
  readonly path: string;
  readonly command: Command;
}

/** The first one looks at everything; the others keep who and what is looked at. */
const SCREENS: readonly Screen[] = [
  { name: $localize`:Name of a screen|:Overview`, path: '/', command: 'goOverview' },
  { name: $localize`:Name of a screen|:Live`, path: '/live', command: 'goLive' },
  { name: $localize`:Name of a screen|:History`, path: '/history', command: 'goHistory' },
  { name: $localize`:Name of a screen|:Usage`, path: '/usage', command: 'goUsage' },
  { name: $localize`:Name of a screen|:Denials`, path: '/denials', command: 'goDenials' },
  { name: $localize`:Name of a screen|:Capacity`, path: '/capacity', command: 'goCapacity' },
  { name: $localize`:Name of a screen|:Timeline`, path: '/timeline', command: 'goTimeline' },
  { name: $localize`:Name of a screen|:Health`, path: '/health', command: 'goHealth' },
];

/** The frame around every screen. */
@Component({
  selector: 'lm-root',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ConnectionStatus,
    FindDialog,
    KeyHelp,
    MonitorBanners,
    PrintHead,
    QueryNotice,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    SettingsMenu,
  ],
  templateUrl: './app.html',
  styleUrl: './app.css',
})
export class App {
  private readonly router = inject(Router);
  private readonly feed = inject(LiveFeed);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  private readonly keyHelp = viewChild.required(KeyHelp);

  protected readonly screens = SCREENS;
  protected readonly activeWhenSamePath = activeWhenSamePath;
  protected readonly viewState = inject(ViewState);
  protected readonly announced = inject(Announcer).text;
  protected readonly version = computed(() => this.health()?.version ?? '');
  protected readonly isEarly = computed(() => this.health() === undefined);
  protected readonly isStale = computed(() => this.feed.connection().kind === 'stale');
  /** Whether the box that finds subjects is open; its code is fetched when it first is. */
  protected readonly isFinding = signal(false);
  private readonly health = inject(MonitorHealth).health;

  constructor() {
    focusHeadingOnNavigation();
    inject(Commands)
      .issued.pipe(takeUntilDestroyed())
      .subscribe((command) => this.obey(command));
  }

  /** A plain `#main` link would lead away, since the document has a base address. */
  protected skipToContent(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }

  protected parametersOf({ path }: Screen): Params {
    return path === '/' ? this.viewState.zoneParameters() : this.viewState.carriedParameters();
  }

  protected listKeys(): void {
    this.keyHelp().open();
  }

  private obey(command: Command): void {
    const screen = SCREENS.find((one) => one.command === command);
    if (screen !== undefined) return this.go(screen.path, this.parametersOf(screen));
    switch (command) {
      case 'togglePause':
        return this.feed.isPaused.update((isPaused) => !isPaused);
      case 'find':
        return this.isFinding.set(true);
      case 'listKeys':
        return this.listKeys();
      default:
        return;
    }
  }

  private go(path: string, queryParams: Record<string, string | readonly string[]>): void {
    void this.router.navigate([path], { queryParams });
  }
}
