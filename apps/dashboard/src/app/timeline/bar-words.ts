import type { SessionEndDto, TimelineBarDto } from '@license-monitor/api-contract';
import { formatDuration } from '../wording/duration';
import { formatInstant } from '../wording/instant';
import { fill } from '../wording/message';
import type { NameOf } from '../wording/name-of';

/** What the end of a bar can be: what closed the session, or that it is open still. */
export type BarEnd = SessionEndDto | 'open';

/** All ends, as the legend names them. */
export const endNames: Readonly<Record<BarEnd, string>> = {
  open: $localize`still open`,
  detachment: $localize`:End of a session|:detachment`,
  timeout: $localize`:End of a session|:timeout`,
  serverRestart: $localize`:End of a session|:server restart (assumed)`,
  presumedLost: $localize`:End of a session|:presumed lost (assumed)`,
};

/**
 * The mark at the end of a bar, around the middle of its edge, so that ends differ without colours. A
 * detachment, the usual end, is the plain edge.
 */
export const endShapes: Readonly<Record<Exclude<BarEnd, 'detachment'>, string>> = {
  open: 'M0 -5L6 0L0 5Z',
  timeout: 'M0 -6L4 -2L0 2L4 6',
  serverRestart: 'M2 -6V-3M2 -1.5V1.5M2 3V6',
  presumedLost: 'M0 -3C0 -7 5 -6 4 -3C3.500 -1.500 2 -1.500 2 1M2 4V5',
};

/** What ended the session of a bar; null for a bar of several, which ended one by one. */
export function toBarEnd({ sessions, endedAt, closedBy }: TimelineBarDto): BarEnd | null {
  if (endedAt === null) return 'open';
  return sessions === 1 ? closedBy : null;
}

/** In which zone and as seen when instants are written, and how names are. */
export interface Reading {
  readonly zone: string;
  readonly now: number;
  readonly nameOf: NameOf;
}

/** Says all that a bar stands for, in a line. */
export function describeBar(bar: TimelineBarDto, { zone, now, nameOf }: Reading): string {
  const { sessions, product, user, host, startedAt, endedAt } = bar;
  const start = formatInstant(startedAt, zone, now);
  const length = formatDuration((endedAt ?? now) - startedAt);
  const until =
    endedAt === null ? $localize`:End of a range|:now` : formatInstant(endedAt, zone, now);
  const when = $localize`${start}:start: to ${until}:end: (${length}:length:)`;
  const name = nameOf('product', product);
  if (sessions > 1) {
    return fill(
      $localize`{sessions, plural, one {# session of {name}, {when}} other {# sessions of {name}, {when}}}`,
      { sessions, name, when },
    );
  }
  const end = toBarEnd(bar);
  const how = end === null ? $localize`end unknown` : endNames[end];
  return $localize`${nameOf('user', user)}:user:: ${name}:product: on ${nameOf('host', host)}:host:, ${when}:when:, ${how}:end:`;
}
