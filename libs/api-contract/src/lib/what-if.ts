import type { DenialWindowsDto } from './denial';
import type { OfProduct } from './of-product';
import type { OfRange } from './of-range';
import type { Count, DurationMs, Licenses, Share } from './units';

/** What would have been with so many licences. */
export interface ReplayDto {
  /** So many licences. */
  readonly seats: Licenses;
  /** Requests that would have been blocked. */
  readonly blocked: Count;
  /** blocked / requests, 0 to 1; null where nothing was asked for. */
  readonly blockedShare: Share | null;
  /** Distinct people with a blocked request. */
  readonly blockedPeople: Count;
}

/** The least number of licences with which no more than a share of the requests is blocked. */
export interface SeatsNeededDto {
  /** The share that may be blocked, 0 to 1. */
  readonly blockedShare: Share;
  /** Null where nothing was asked for. */
  readonly seats: Licenses | null;
  /** What chance makes of it, by drawing weeks: 90 % lie from here to `high`; null for less than two weeks. */
  readonly low: Licenses | null;
  /** The other end of that interval; null for less than two weeks. */
  readonly high: Licenses | null;
}

/** A replay of the demand of one product, what was refused included. */
export interface WhatIfDto extends OfRange, OfProduct {
  /** Of the range, how long it was measured. */
  readonly observedMs: DurationMs;
  /** All requests: grants, and those that were lost for want of licences. */
  readonly requests: Count;
  /** Of them, those that were lost; how long they would have lasted is an assumption. */
  readonly lost: Count;
  /** Of them, those that were granted late; they are replayed at the time of the first refusal. */
  readonly delayed: Count;
  /** Seats owned at the end of the range; null while unknown or without limit. */
  readonly owned: Licenses | null;
  /** What was asked for. */
  readonly asked: ReplayDto;
  /** For each number of licences around the one that was asked for. */
  readonly curve: readonly ReplayDto[];
  /** For the shares 0, 0.01 and 0.05. */
  readonly needed: readonly SeatsNeededDto[];
  /** The windows that tell lost requests from delayed ones. */
  readonly windows: DenialWindowsDto;
}
