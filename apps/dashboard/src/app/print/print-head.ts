import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MonitorHealth } from '../data/monitor-health';
import { ServerClock } from '../data/server-clock';
import { ViewState } from '../view-state/view-state';
import { Masking } from '../wording/masking';
import { PrintNotes } from './print-note';
import { toPrintFacts } from './print-facts';
import { Printing } from './printing';

/** What stands at the head of a print: filters, range, zone, coverage, address, time of creation. */
@Component({
  selector: 'lm-print-head',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (isOn()) {
    <dl data-testid="print-head">
      <div i18n class="brand">License Monitor</div>
      @for (fact of facts(); track fact.name) {
        <div>
          <dt>{{ fact.name }}</dt>
          <dd>{{ fact.text }}</dd>
        </div>
      }
    </dl>
  }`,
  styles: `
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: 0 20px;
      margin: 4px 0 8px;
      padding-block-end: 4px;
      border-block-end: 1px solid var(--line);
      font-size: 10px;
      line-height: 14px;
    }
    div {
      display: flex;
      gap: 6px;
    }
    .brand {
      font-weight: 600;
    }
    dt {
      color: var(--text-muted);
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class PrintHead {
  private readonly viewState = inject(ViewState);
  private readonly masking = inject(Masking);
  private readonly serverClock = inject(ServerClock);
  private readonly notes = inject(PrintNotes);
  private readonly health = inject(MonitorHealth).health;
  private readonly origin = inject(DOCUMENT).location.origin;

  protected readonly isOn = inject(Printing).isOn;
  protected readonly facts = computed(() =>
    toPrintFacts({
      query: this.viewState.query(),
      note: this.notes.note(),
      health: this.health(),
      zone: this.viewState.zone(),
      address: this.address(),
      at: this.isOn() ? this.serverClock.now() : 0,
      nameOf: this.masking.nameOf(),
    }),
  );

  private address(): string | null {
    const { user, host, q } = this.viewState.query();
    const hasNames = user.length + host.length > 0 || q !== '';
    const isPage = /^\/(?:users|hosts)\//.test(this.viewState.hrefOf({}));
    const isTelling = this.masking.isOn() && (hasNames || isPage);
    return isTelling ? null : `${this.origin}${this.viewState.hrefOf({})}`;
  }
}
