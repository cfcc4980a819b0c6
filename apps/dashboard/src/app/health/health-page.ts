import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { ApiResource } from '../data/api-client';
import { ServerClock } from '../data/server-clock';
import { RangePicker, type RangePreset } from '../history/range-picker';
import { Panel } from '../panel/panel';
import { toPanelState, type PanelState } from '../panel/panel-state';
import { describeRange } from '../view-state/describe-range';
import { describeIgnoredFilters } from '../view-state/ignored-filters';
import { ViewState } from '../view-state/view-state';
import { formatClockWithSeconds } from '../wording/instant';
import { KeepTogether } from '../wording/keep-together';
import { formatCount } from '../wording/quantity';
import { FileTable } from './file-table';
import { FindingTable } from './finding-table';
import { GapTable } from './gap-table';
import { HealthFigures, STANDARD_START } from './health-figures';
import { toHealthSentence } from './health-sentence';
import { ServerCards } from './server-cards';

const presets: readonly RangePreset[] = [
  { name: $localize`:A range|:Last 7 days`, from: 'now-7d' },
  { name: $localize`:A range|:Last 30 days`, from: '' },
  { name: $localize`:A range|:Last 90 days`, from: 'now-90d' },
  { name: $localize`:A range|:Last 365 days`, from: 'now-365d' },
];

/** "Can I trust the figures?" */
@Component({
  selector: 'lm-health-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FileTable, FindingTable, GapTable, KeepTogether, Panel, RangePicker, ServerCards],
  providers: [HealthFigures],
  templateUrl: './health-page.html',
  styles: `
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: 8px 12px;
    }
  `,
})
export class HealthPage {
  protected readonly figures = inject(HealthFigures);
  private readonly viewState = inject(ViewState);
  private readonly now = inject(ServerClock).minute;

  protected readonly presets = presets;
  protected readonly count = formatCount;

  /** The servers that are looked at: all of them, unless the address names some. */
  protected readonly health = computed(() => {
    const health = this.figures.health();
    const { server: named } = this.viewState.query();
    if (health === undefined || named.length === 0) return health;
    const servers = health.servers.filter(
      ({ server, cluster }) => named.includes(server) || named.includes(cluster ?? server),
    );
    return { ...health, servers };
  });

  protected readonly range = computed(() => {
    const { from, to } = this.viewState.query();
    return describeRange({ from: from ?? STANDARD_START, to }, this.viewState.zone(), this.now());
  });

  protected readonly sentence = computed(() => {
    const health = this.health();
    if (health === undefined) return null;
    return toHealthSentence({
      health,
      coverage: this.figures.coverage(),
      findings: this.figures.findings(),
      range: this.range(),
      zone: this.viewState.zone(),
    });
  });

  protected readonly asOf = computed(() => {
    const health = this.health();
    return health && formatClockWithSeconds(health.asOf, this.viewState.zone());
  });

  protected readonly ignored = computed(() =>
    describeIgnoredFilters(
      this.viewState.query(),
      ['product', 'user', 'host'],
      $localize`Trust is a matter of all that is read`,
    ),
  );

  protected readonly serverState = computed(() =>
    toPanelState({
      hasAnswer: this.health() !== undefined,
      isLoading: false,
      error: undefined,
      emptiness:
        this.health()?.servers.length === 0
          ? {
              kind: 'emptyByNature',
              cause: $localize`No monitor has reported yet.`,
              nextStep: $localize`Start it with npm start, or npx license-monitor run.`,
            }
          : null,
      staleSince: null,
    }),
  );
  protected readonly findingState = computed(() =>
    toState(this.figures.findingLists, this.figures.findings()),
  );
  protected readonly coverageState = computed(() =>
    toState(this.figures.coverages, this.figures.coverage()),
  );
}

/** @param shown the answer that is shown: the last one, while the next is awaited. */
function toState(resource: ApiResource<unknown>, shown: object | undefined): PanelState {
  return toPanelState({
    hasAnswer: shown !== undefined,
    isLoading: resource.isLoading(),
    error: resource.error(),
    emptiness: null,
    staleSince: null,
  });
}
