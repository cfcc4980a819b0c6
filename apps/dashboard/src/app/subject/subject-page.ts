import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { ChangesPill } from '../calm/changes-pill';
import { HoldStill } from '../calm/hold-still';
import { OwnedSeats } from '../capacity/owned-seats';
import type { ApiResource } from '../data/api-client';
import { LiveFeed } from '../data/live-feed';
import { ProductCatalogue } from '../data/product-catalogue';
import { MonitorHealth } from '../data/monitor-health';
import { DenialsTable } from '../denials/denials-table';
import { HistoryTable } from '../history/history-table';
import { RangePicker, type RangePreset } from '../history/range-picker';
import { explainEmptiness } from '../panel/emptiness';
import { Panel } from '../panel/panel';
import { toPanelState, type Emptiness, type PanelState } from '../panel/panel-state';
import { describeIgnoredFilters } from '../view-state/ignored-filters';
import { subjects } from '../view-state/view-query';
import { ViewState } from '../view-state/view-state';
import { formatInstant } from '../wording/instant';
import { KeepTogether } from '../wording/keep-together';
import { Masking, NameText } from '../wording/masking';
import { DayStrip } from './day-strip';
import { NowTable } from './now-table';
import { PartTable } from './part-table';
import { toSubjectDays } from './subject-days';
import { toSubjectFacts } from './subject-facts';
import { SubjectFigures } from './subject-figures';
import { SubjectLinks } from './subject-links';
import { subjectNews } from './subject-news';
import { toRowParameters } from './subject-request';
import { isKnown, toSubjectSentence } from './subject-sentence';
import { aboutOne, describeUnknown, kindNames, partHeadings } from './subject-words';

const presets: readonly RangePreset[] = [
  { name: $localize`:A range|:Last 7 days`, from: 'now-7d' },
  { name: $localize`:A range|:Last 30 days`, from: '' },
  { name: $localize`:A range|:Last 90 days`, from: 'now-90d' },
  { name: $localize`:A range|:Last 365 days`, from: 'now-365d' },
];

const NO_SESSION: Emptiness = {
  kind: 'emptyByNature',
  cause: $localize`No session has ended yet.`,
  nextStep: $localize`Ended sessions appear here.`,
};

const NO_DENIAL: Emptiness = {
  kind: 'emptyByNature',
  cause: $localize`No request was denied in the history.`,
  nextStep: $localize`Denied requests appear here, with their causes and what became of them.`,
};

/** "What about this product, this user, this host?" */
@Component({
  selector: 'lm-subject-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ChangesPill,
    DayStrip,
    DenialsTable,
    HistoryTable,
    HoldStill,
    KeepTogether,
    NameText,
    NowTable,
    OwnedSeats,
    Panel,
    PartTable,
    RangePicker,
    RouterLink,
    SubjectLinks,
  ],
  providers: [SubjectFigures],
  templateUrl: './subject-page.html',
  styleUrl: './subject-page.css',
})
export class SubjectPage {
  protected readonly figures = inject(SubjectFigures);
  private readonly viewState = inject(ViewState);
  private readonly feed = inject(LiveFeed);
  private readonly health = inject(MonitorHealth).health;
  private readonly masking = inject(Masking);
  private readonly catalogue = inject(ProductCatalogue);

  protected readonly presets = presets;
  protected readonly kindNames = kindNames;
  protected readonly isTouched = signal(false);
  protected readonly ref = this.figures.ref;
  protected readonly subject = this.figures.subject;
  protected readonly news = subjectNews(this.ref, () => this.figures.reload());
  protected readonly parts = computed(() => partHeadings[this.ref().kind]);

  /** What the product is called; the page is about a code, whoever publishes it. */
  protected readonly name = computed(() => {
    const { kind, key } = this.ref();
    return kind === 'product' ? this.catalogue.nameOf()(key, null) : null;
  });
  protected readonly sentence = computed(() => {
    const subject = this.subject();
    return subject !== undefined && isKnown(subject)
      ? toSubjectSentence(subject, this.viewState.zone(), this.masking.nameOf())
      : null;
  });
  protected readonly facts = computed(() => {
    const subject = this.subject();
    return subject === undefined ? [] : toSubjectFacts(subject);
  });
  protected readonly days = computed(() => {
    const subject = this.subject();
    if (subject === undefined) return [];
    return toSubjectDays(subject, this.figures.observed(), this.viewState.zone());
  });
  protected readonly range = computed(() => {
    const subject = this.subject();
    if (subject === undefined) return null;
    const write = (at: number) => formatInstant(at, this.viewState.zone(), subject.asOf);
    return $localize`:A range|:${write(subject.from)}:from: to ${write(subject.to)}:to:`;
  });
  /** Parameters of a link to the rows behind the figures. */
  protected readonly rows = computed(() => {
    const subject = this.subject();
    return subject === undefined ? {} : toRowParameters(this.ref(), subject);
  });
  protected readonly ignored = computed(() =>
    describeIgnoredFilters(
      this.viewState.query(),
      subjects,
      aboutOne[this.ref().kind],
      this.masking.nameOf(),
    ),
  );
  protected readonly sessions = computed(() => this.figures.recentSessions()?.items ?? []);
  protected readonly denials = computed(() => this.figures.recentDenials()?.items ?? []);

  protected readonly state = computed(() => {
    const connection = this.feed.connection();
    const subject = this.subject();
    return toPanelState({
      hasAnswer: subject !== undefined,
      isLoading: this.figures.resource.isLoading(),
      error: this.figures.resource.error(),
      emptiness: subject === undefined || isKnown(subject) ? null : this.unknown(),
      staleSince: connection.kind === 'stale' ? connection.since : null,
    });
  });
  protected readonly sessionsState = computed(() =>
    this.toListState(this.figures.closed, this.figures.recentSessions(), NO_SESSION),
  );
  protected readonly denialsState = computed(() =>
    this.toListState(this.figures.denials, this.figures.recentDenials(), NO_DENIAL),
  );

  constructor() {
    effect(() => {
      const isHeld = this.isTouched() || this.feed.isPaused();
      if (!isHeld && this.news.count() > 0) this.news.take();
    });
  }

  private unknown(): Emptiness {
    const { kind, key } = this.ref();
    return explainEmptiness(this.health(), {
      cause: describeUnknown(kind, this.masking.nameOf()(kind, key)),
      nextStep: $localize`A product is written as the log writes it; look it up with Find (f).`,
    });
  }

  private toListState(
    resource: ApiResource<unknown>,
    answer: { readonly items: readonly unknown[] } | undefined,
    emptiness: Emptiness,
  ): PanelState {
    return toPanelState({
      hasAnswer: answer !== undefined,
      isLoading: resource.isLoading(),
      error: resource.error(),
      emptiness: answer?.items.length === 0 ? emptiness : null,
      staleSince: null,
    });
  }
}
