import { computed, inject, Injectable } from '@angular/core';
import { sessionsAtResource } from '../data/api-client';
import { lastValue } from '../data/last-value';
import { toOpenSessionList } from '../data/open-session-list';
import { reloadWhileFailing } from '../data/recovery';
import { ServerClock } from '../data/server-clock';
import { coverageResource } from '../data/trust-client';
import { ViewState } from '../view-state/view-state';
import { describeUnobservedAt } from './unobserved-at';

/** Who held what at the instant that the address names; nothing is asked while it names none. */
@Injectable()
export class PastSessions {
  private readonly at = inject(ViewState).query;
  private readonly minute = inject(ServerClock).minute;

  /** Whether the address names an instant. */
  readonly isAsked = computed(() => this.at().at !== null);

  /** Whether that instant has not come yet, by the clock of the API. */
  readonly isToCome = computed(() => (this.at().at ?? 0) > this.minute() + 60_000);

  private readonly instant = computed(() => (this.isToCome() ? null : this.at().at));

  /** The request behind the list. */
  readonly resource = sessionsAtResource(this.instant);
  private readonly coverage = coverageResource(() => {
    const at = this.instant();
    const all = { product: [], user: [], host: [], server: [] };
    return at === null ? null : { ...all, from: at, to: at + 1 };
  });
  private readonly answer = lastValue(this.resource);

  /** What was held then; while another instant is fetched, what was held at the one before. */
  readonly list = computed(() => {
    const answer = this.answer();
    return answer && toOpenSessionList(answer, []);
  });

  /** The instant that the list is of. */
  readonly asOf = computed(() => this.answer()?.asOf);

  /** Says that the logs do not tell about that instant; null where they do. */
  readonly unobserved = computed(() => {
    const coverage = this.coverage.hasValue() ? this.coverage.value() : undefined;
    return coverage === undefined ? null : describeUnobservedAt(coverage);
  });

  constructor() {
    reloadWhileFailing(this.resource);
    reloadWhileFailing(this.coverage);
  }
}
