import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { map } from 'rxjs';
import { denialExplanationResource } from '../data/figures-client';
import { reloadWhileFailing } from '../data/recovery';
import { lastValue } from '../data/last-value';
import { ServerClock } from '../data/server-clock';
import { ExportButtons } from '../export/export-buttons';
import type { ExportTable } from '../export/export-table';
import { toSessionsExport } from '../export/sessions-export';
import { Panel } from '../panel/panel';
import { toPanelState } from '../panel/panel-state';
import { CauseMark } from '../plot/cause-mark';
import { defaultViewQuery } from '../view-state/view-query';
import { writeViewQuery } from '../view-state/view-query-address';
import { SubjectPageLink } from '../table/subject-page-link';
import { ViewState } from '../view-state/view-state';
import { KeepTogether } from '../wording/keep-together';
import { Masking } from '../wording/masking';
import { InstantText } from '../wording/instant-text';
import { fill } from '../wording/message';
import { formatCount } from '../wording/quantity';
import { VisibleText } from '../wording/visible-text';
import { HoldersTable } from './holders-table';
import { describeOutcome } from './outcome-text';
import { toNextSentence, toVerdictSentence } from './verdict';

/** "Why was this engineer refused?" */
@Component({
  selector: 'lm-explain-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    CauseMark,
    ExportButtons,
    HoldersTable,
    InstantText,
    KeepTogether,
    Panel,
    RouterLink,
    SubjectPageLink,
    VisibleText,
  ],
  templateUrl: './explain-page.html',
  styleUrl: './explain-page.css',
})
export class ExplainPage {
  private readonly viewState = inject(ViewState);
  private readonly masking = inject(Masking);
  private readonly now = inject(ServerClock).minute;
  private readonly id = toSignal(
    inject(ActivatedRoute).paramMap.pipe(map((parameters) => parameters.get('id'))),
    { initialValue: null },
  );
  private readonly resource = denialExplanationResource(() => {
    const id = this.id();
    return id === null ? null : { id, retryMinutes: this.viewState.query().retryMinutes };
  });

  protected readonly explanation = lastValue(this.resource);

  protected readonly verdict = computed(() => {
    const explanation = this.explanation();
    if (explanation === undefined) return undefined;
    const nameOf = this.masking.nameOf();
    return toVerdictSentence(explanation, this.viewState.zone(), this.now(), nameOf);
  });

  protected readonly next = computed(() => {
    const explanation = this.explanation();
    return explanation && toNextSentence(explanation);
  });

  protected readonly holdersTitle = computed(() => {
    const holders = this.explanation()?.holders ?? [];
    const people = new Set(holders.map(({ user }) => user)).size;
    return holders.length === 0
      ? $localize`Nobody, as far as the log tells.`
      : fill(
          $localize`{people, plural, one {{sessions, plural, one {# session} other {# sessions}} of # person.} other {{sessions, plural, one {# session} other {# sessions}} of # people.}}`,
          { sessions: holders.length, people },
        );
  });

  /** Parameters of the screen that shows what was held at that instant. */
  protected readonly then = computed(() => {
    const request = this.explanation()?.request;
    if (request === undefined) return {};
    const { product, at } = request;
    return writeViewQuery({
      ...defaultViewQuery,
      product: [product],
      at,
      zone: this.viewState.query().zone,
    });
  });

  protected readonly state = computed(() =>
    toPanelState({
      hasAnswer: this.explanation() !== undefined,
      isLoading: this.resource.isLoading(),
      error: this.resource.error(),
      emptiness: null,
      staleSince: null,
    }),
  );

  /** The seats that were owned then, in words. */
  protected readonly owned = computed(() => {
    const seats = this.explanation()?.entitlement ?? null;
    return seats === null ? $localize`unknown` : formatCount(seats);
  });

  protected readonly outcomeOf = describeOutcome;
  protected readonly count = formatCount;
  protected readonly write = (zone: string): ExportTable =>
    toSessionsExport(this.explanation()?.holders ?? [], zone);

  constructor() {
    reloadWhileFailing(this.resource);
  }

  protected retry(): void {
    this.resource.reload();
  }
}
