import type { SubjectDto } from '@license-monitor/api-contract';
import { formatDuration } from '../wording/duration';
import { formatCount } from '../wording/quantity';
import { formatHours } from './format-hours';

/** A figure of a subject and what it counts. */
export interface SubjectFact {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  /** Whether the screen of denials lists its rows. */
  readonly isOfDenials: boolean;
}

/** The figures of a subject over its range. */
export function toSubjectFacts(subject: SubjectDto): readonly SubjectFact[] {
  const { sessions, sessionMs, medianMs, timeouts, deniedRequests } = subject;
  const facts = [
    [$localize`Sessions`, formatCount(sessions), $localize`open at any time of the range`],
    [
      $localize`Session-hours`,
      formatHours(sessionMs),
      $localize`within the range, times the licences held`,
    ],
    [
      $localize`Median length`,
      medianMs === null ? $localize`unknown` : formatDuration(medianMs),
      $localize`:Median length|:of a session`,
    ],
    [$localize`Timeouts`, formatCount(timeouts), $localize`sessions that the server ended`],
  ] as const;
  return [
    ...facts.map(([name, value, note]) => ({ name, value, note, isOfDenials: false })),
    {
      name: $localize`Denied requests`,
      value: formatCount(deniedRequests),
      note: $localize`:Denied requests|:of any cause`,
      isOfDenials: true,
    },
  ];
}
