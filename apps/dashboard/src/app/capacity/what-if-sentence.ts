import type { ReplayDto, SeatsNeededDto, WhatIfDto } from '@license-monitor/api-contract';
import { formatDuration } from '../wording/duration';
import { fill } from '../wording/message';
import { countInUse, formatCount, formatShare } from '../wording/quantity';

/** What the last answer already tells of a number of licences; null where it has to be asked. */
export function replayOf({ asked, curve }: WhatIfDto, seats: number): ReplayDto | null {
  return [asked, ...curve].find((replay) => replay.seats === seats) ?? null;
}

function describeSeats(seats: number, { owned, model }: WhatIfDto): string {
  const licences = countInUse(seats, model);
  if (seats === owned) return $localize`With the ${licences}:licences: that are owned`;
  return owned === null
    ? $localize`With ${licences}:licences:`
    : $localize`With ${licences}:licences: instead of ${formatCount(owned)}:owned:`;
}

/** Says what would have been with so many licences. */
export function toWhatIfSentence(whatIf: WhatIfDto, replay: ReplayDto): string {
  const { seats, blocked, blockedShare, blockedPeople } = replay;
  const { requests } = whatIf;
  if (requests === 0) {
    return $localize`Nothing was asked for in this time, so nothing can be replayed.`;
  }
  const where = describeSeats(seats, whatIf);
  if (blocked === 0) {
    return fill(
      $localize`{requests, plural, one {{where}, none of # request would have been blocked.} other {{where}, none of # requests would have been blocked.}}`,
      { where, requests },
    );
  }
  const people = fill($localize`{people, plural, one {# person} other {# people}}`, {
    people: blockedPeople,
  });
  return fill(
    $localize`{requests, plural, one {{where}, {blocked} of # request ({share}), of {people}, would have been blocked.} other {{where}, {blocked} of # requests ({share}), of {people}, would have been blocked.}}`,
    {
      where,
      requests,
      blocked,
      people,
      share: blockedShare === null ? $localize`unknown` : formatShare(blockedShare),
    },
  );
}

/** Says what the replay rests on: what was refused, what is assumed, and how much was observed. */
export function describeDemand({ lost, delayed, observedMs }: WhatIfDto): string {
  const observed = $localize`${formatDuration(observedMs)}:length: were observed.`;
  const refused =
    lost + delayed === 0
      ? $localize`The real requests are played again. None of them was lost or delayed for want of licences.`
      : $localize`The real requests are played again, refused ones included: ${formatCount(lost)}:lost: lost, ${formatCount(delayed)}:delayed: delayed.`;
  const assumed =
    lost === 0
      ? []
      : [$localize`How long the lost ones would have lasted is assumed from like sessions.`];
  return [refused, ...assumed, observed].join(' ');
}

/** Writes how many licences are needed, with what chance makes of it. */
export function describeNeeded({ seats, low, high }: SeatsNeededDto): string {
  if (seats === null) return $localize`nothing was asked for`;
  const count = formatCount(seats);
  return low === null || high === null
    ? $localize`${count}:seats: (interval not known)`
    : $localize`${count}:seats: (90 % between ${formatCount(low)}:low: and ${formatCount(high)}:high:)`;
}

/** Names a share of blocked requests: `no request`, `at most 1 % of the requests`. */
export function nameBlockedShare({ blockedShare }: SeatsNeededDto): string {
  return blockedShare === 0
    ? $localize`no request blocked`
    : $localize`at most ${formatShare(blockedShare)}:share: of the requests blocked`;
}
