import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { Connection } from '../data/live-connection';
import { LiveFeed } from '../data/live-feed';
import { ViewState } from '../view-state/view-state';
import { formatClock } from '../wording/instant';

/** Says in one word what the connection is worth. */
export function describeConnection(connection: Connection, zone: string): string {
  switch (connection.kind) {
    case 'connecting':
      return 'Connecting';
    case 'live':
      return 'Live';
    case 'paused':
      return 'Paused';
    case 'reconnecting':
      return `Reconnecting (${connection.seconds} s)`;
    case 'stale':
      return `Stale since ${formatClock(connection.since, zone)}`;
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
      {{ feed.isPaused() ? 'Resume' : 'Pause' }}
    </button>`,
  styleUrl: './connection-status.css',
})
export class ConnectionStatus {
  protected readonly feed = inject(LiveFeed);
  private readonly zone = inject(ViewState).zone;

  protected readonly connection = this.feed.connection;
  protected readonly mark = computed(() => marks[this.connection().kind]);
  protected readonly text = computed(() => describeConnection(this.connection(), this.zone()));

  protected toggle(): void {
    this.feed.isPaused.update((isPaused) => !isPaused);
  }
}
