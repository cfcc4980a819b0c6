import type { EpochMs, HealthDto } from '@license-monitor/api-contract';
import { nameSubject } from '../view-state/subject-names';
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
    query[subject].map((name) => nameSubject(subject, nameOf(subject, name))),
  );
  const parts = [
    ...named,
    ...cause.map((one) => $localize`:A filter|:cause ${causeNames[one]}:cause:`),
    ...outcome.map((one) => $localize`:A filter|:outcome ${outcomeNames[one]}:outcome:`),
    ...(q === '' ? [] : [$localize`:A filter|:text “${toVisibleText(q)}:text:”`]),
  ];
  return parts.length === 0 ? $localize`:Filters|:none` : parts.join(', ');
}

/** Rounds a share of less than all so that it does not look like all. */
function describeShare(share: number): string {
  const rounded = formatShare(share);
  return rounded === formatShare(1)
    ? $localize`:A share|:more than ${formatShare(0.99)}:share:`
    : rounded;
}

function describeCoverage({ note, health, zone }: PrintSources): string {
  if (note !== null && note.observedMs !== null) {
    const length = note.to - note.from;
    const all = formatDuration(length);
    if (note.observedMs >= length) return $localize`observed all of ${all}:length:`;
    const share = describeShare(note.observedMs / length);
    return $localize`observed for ${formatDuration(note.observedMs)}:observed: of ${all}:length: (${share}:share:)`;
  }
  const lastLines = (health?.servers ?? []).flatMap(({ lastLineAt }) => lastLineAt ?? []);
  return lastLines.length === 0
    ? $localize`no line of a log was read yet`
    : $localize`the log was read up to ${formatFullInstant(Math.min(...lastLines), zone)}:instant:`;
}

/** Says at the head of a print what it shows, of when, how much of it is known, and where from. */
export function toPrintFacts(sources: PrintSources): readonly PrintFact[] {
  const { note, zone, address, at } = sources;
  const write = (instant: EpochMs) => formatFullInstant(instant, zone);
  return [
    { name: $localize`Filters`, text: describeFilters(sources) },
    ...(note === null
      ? []
      : [
          {
            name: $localize`Range`,
            text: $localize`:A range|:${write(note.from)}:from: to ${write(note.to)}:to:, not included`,
          },
        ]),
    { name: $localize`Time zone`, text: zone },
    { name: $localize`:How much was observed|:Coverage`, text: describeCoverage(sources) },
    { name: $localize`Address`, text: address ?? $localize`not printed, as names are masked` },
    { name: $localize`:When this was printed|:Printed`, text: write(at) },
  ];
}
