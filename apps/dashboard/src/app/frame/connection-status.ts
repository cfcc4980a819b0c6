import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { Connection } from '../data/live-connection';
import { LiveFeed } from '../data/live-feed';
import { ViewState } from '../view-state/view-state';
import { formatClock } from '../wording/instant';

/** Says in one word what the connection is worth. */
export function describeConnection(connection: Connection, zone: string): string {
  switch (connection.kind) {
    case 'connecting':
      return $localize`:State of the connection|:Connecting`;
    case 'live':
      return $localize`:State of the connection|:Live`;
    case 'paused':
      return $localize`:State of the connection|:Paused`;
    case 'reconnecting':
      return $localize`:State of the connection|:Reconnecting (${connection.seconds}:seconds: s)`;
    case 'stale':
      return $localize`:State of the connection|:Stale since ${formatClock(connection.since, zone)}:clock:`;
  }
}

const marks: Record<Connection['kind'], string> = {
  connecting: '○',
  live: '●',
  paused: '‖',
  reconnecting: '▲',
  stale: '▲',
};

/** The state of the connection, and the button that pauses it. */
@Component({
  selector: 'lm-connection-status',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<span class="state" data-testid="connection" [class]="'is-' + connection().kind">
      <span aria-hidden="true">{{ mark() }}</span> {{ text() }}
    </span>
    <button
      type="button"
      class="button"
      aria-keyshortcuts="p"
      data-testid="pause"
      (click)="toggle()"
    >
      {{ action() }}
    </button>`,
  styleUrl: './connection-status.css',
})
export class ConnectionStatus {
  protected readonly feed = inject(LiveFeed);
  private readonly zone = inject(ViewState).zone;

  protected readonly connection = this.feed.connection;
  protected readonly mark = computed(() => marks[this.connection().kind]);
  protected readonly action = computed(() =>
    this.feed.isPaused() ? $localize`Resume` : $localize`Pause`,
  );
  protected readonly text = computed(() => describeConnection(this.connection(), this.zone()));

  protected toggle(): void {
    this.feed.isPaused.update((isPaused) => !isPaused);
  }
}
