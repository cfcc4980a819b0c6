import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MonitorHealth } from '../data/monitor-health';
import { toVisibleText, VisibleText } from '../wording/visible-text';
import { toMonitorBanners, type MonitorBanner } from './monitor-banner';

/** What everybody must know before reading a figure: demo data, and a monitor that is not well. */
@Component({
  selector: 'lm-monitor-banners',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, VisibleText],
  template: `@if (isDemo()) {
      <div class="banner" data-testid="demo-banner">
        <p i18n><strong>Demo data:</strong> a simulated licence server.</p>
      </div>
    }
    @for (banner of banners(); track banner.server) {
      <div class="banner" data-testid="monitor-banner" [attr.data-state]="banner.state">
        <p>
          <strong>
            <span aria-hidden="true">▲</span> {{ banner.title }} (<bdi>{{
              banner.server | lmVisibleText
            }}</bdi
            >).
          </strong>
          {{ banner.text | lmVisibleText }}
          <span lang="en">{{ banner.problem | lmVisibleText }}</span>&ngsp;
          <a i18n routerLink="/health" queryParamsHandling="preserve">See its health</a>
        </p>
        @if (banner.progress; as progress) {
          <progress max="1" [value]="progress" [attr.aria-label]="labelOf(banner)"></progress>
        }
      </div>
    }`,
})
export class MonitorBanners {
  private readonly health = inject(MonitorHealth).health;

  protected readonly isDemo = computed(() => this.health()?.demo ?? false);
  protected readonly banners = computed(() => {
    const health = this.health();
    return health === undefined ? [] : toMonitorBanners(health);
  });

  protected labelOf({ server }: MonitorBanner): string {
    return $localize`Read of ${toVisibleText(server)}:server:`;
  }
}
