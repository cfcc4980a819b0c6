import type { ReplayDto, SeatsNeededDto, WhatIfDto } from '@license-monitor/api-contract';
import { formatDuration } from '../wording/duration';
import { countInUse, countOf, formatCount, formatShare } from '../wording/quantity';

/** What the last answer already tells of a number of licences; null where it has to be asked. */
export function replayOf({ asked, curve }: WhatIfDto, seats: number): ReplayDto | null {
  return [asked, ...curve].find((replay) => replay.seats === seats) ?? null;
}

function describeSeats(seats: number, { owned, model }: WhatIfDto): string {
  if (seats === owned) return `With the ${countInUse(seats, model)} that are owned`;
  const instead = owned === null ? '' : ` instead of ${formatCount(owned)}`;
  return `With ${countInUse(seats, model)}${instead}`;
}

/** Says what would have been with so many licences. */
export function toWhatIfSentence(whatIf: WhatIfDto, replay: ReplayDto): string {
  const { seats, blocked, blockedShare, blockedPeople } = replay;
  const { requests } = whatIf;
  if (requests === 0) return 'Nothing was asked for in this time, so nothing can be replayed.';
  const where = describeSeats(seats, whatIf);
  if (blocked === 0) {
    return `${where}, none of ${countOf(requests, 'request')} would have been blocked.`;
  }
  const share = blockedShare === null ? '' : ` (${formatShare(blockedShare)})`;
  const people = blockedPeople === 1 ? '1 person' : `${formatCount(blockedPeople)} people`;
  return `${where}, ${formatCount(blocked)} of ${countOf(requests, 'request')}${share} of ${people} would have been blocked.`;
}

/** Says what the replay rests on: what was refused, what is assumed, and how much was observed. */
export function describeDemand({ lost, delayed, observedMs }: WhatIfDto): string {
  const observed = `${formatDuration(observedMs)} were observed.`;
  if (lost + delayed === 0) {
    return `The real requests are played again. None of them was lost or delayed for want of licences. ${observed}`;
  }
  const refused = `The real requests are played again, refused ones included: ${formatCount(lost)} lost, ${formatCount(delayed)} delayed.`;
  const assumed =
    lost === 0 ? '' : ' How long the lost ones would have lasted is assumed from like sessions.';
  return `${refused}${assumed} ${observed}`;
}

/** Writes how many licences are needed, with what chance makes of it. */
export function describeNeeded({ seats, low, high }: SeatsNeededDto): string {
  if (seats === null) return 'nothing was asked for';
  const between =
    low === null || high === null
      ? 'interval not known'
      : `90 % between ${formatCount(low)} and ${formatCount(high)}`;
  return `${formatCount(seats)} (${between})`;
}

/** Names a share of blocked requests: `no request`, `at most 1 % of the requests`. */
export function nameBlockedShare({ blockedShare }: SeatsNeededDto): string {
  return blockedShare === 0
    ? 'no request blocked'
    : `at most ${formatShare(blockedShare)} of the requests blocked`;
}
