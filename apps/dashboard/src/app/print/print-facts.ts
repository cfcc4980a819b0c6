import type { EpochMs, HealthDto } from '@license-monitor/api-contract';
import { subjects, type ViewQuery } from '../view-state/view-query';
import { causeNames, outcomeNames } from '../wording/denial-words';
import { formatDuration } from '../wording/duration';
import { formatFullInstant } from '../wording/instant';
import type { NameOf } from '../wording/name-of';
import { formatShare } from '../wording/quantity';
import { toVisibleText } from '../wording/visible-text';
import type { PrintNote } from './print-note';

/** One line at the head of a print. */
export interface PrintFact {
  readonly name: string;
  readonly text: string;
}

/** What the head of a print is made of. */
export interface PrintSources {
  readonly query: ViewQuery;
  readonly note: PrintNote | null;
  readonly health: HealthDto | undefined;
  readonly zone: string;
  /** The address of the view; null where it would tell names that are masked. */
  readonly address: string | null;
  readonly at: EpochMs;
  readonly nameOf: NameOf;
}

function describeFilters({ query, nameOf }: PrintSources): string {
  const { q, cause, outcome } = query;
  const named = subjects.flatMap((subject) =>
    query[subject].map((name) => `${subject} ${nameOf(subject, name)}`),
  );
  const parts = [
    ...named,
    ...cause.map((one) => `cause ${causeNames[one]}`),
    ...outcome.map((one) => `outcome ${outcomeNames[one]}`),
    ...(q === '' ? [] : [`text “${toVisibleText(q)}”`]),
  ];
  return parts.length === 0 ? 'none' : parts.join(', ');
}

function describeCoverage({ note, health, zone }: PrintSources): string {
  if (note !== null && note.observedMs !== null) {
    const length = note.to - note.from;
    if (note.observedMs >= length) return `observed all of ${formatDuration(length)}`;
    const rounded = formatShare(note.observedMs / length);
    const share = rounded === '100 %' ? 'more than 99 %' : rounded;
    const observed = formatDuration(note.observedMs);
    return `observed for ${observed} of ${formatDuration(length)} (${share})`;
  }
  const lastLines = (health?.servers ?? []).flatMap(({ lastLineAt }) => lastLineAt ?? []);
  return lastLines.length === 0
    ? 'no line of a log was read yet'
    : `the log was read up to ${formatFullInstant(Math.min(...lastLines), zone)}`;
}

/** Says at the head of a print what it shows, of when, how much of it is known, and where from. */
export function toPrintFacts(sources: PrintSources): readonly PrintFact[] {
  const { note, zone, address, at } = sources;
  const write = (instant: EpochMs) => formatFullInstant(instant, zone);
  return [
    { name: 'Filters', text: describeFilters(sources) },
    ...(note === null
      ? []
      : [{ name: 'Range', text: `${write(note.from)} to ${write(note.to)}, not included` }]),
    { name: 'Time zone', text: zone },
    { name: 'Coverage', text: describeCoverage(sources) },
    { name: 'Address', text: address ?? 'not printed, as names are masked' },
    { name: 'Printed', text: write(at) },
  ];
}
