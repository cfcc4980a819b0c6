import type { DenialWindowsDto } from './denial';
import type { DurationMs, EpochMs } from './page';
import type { LicenseModelDto } from './session';

/** What would have been with so many licences. */
export interface ReplayDto {
  readonly seats: number;
  /** Requests that would have been blocked. */
  readonly blocked: number;
  /** blocked / requests, 0 to 1; null where nothing was asked for. */
  readonly blockedShare: number | null;
  /** Distinct people with a blocked request. */
  readonly blockedPeople: number;
}

/** The least number of licences with which no more than a share of the requests is blocked. */
export interface SeatsNeededDto {
  /** The share that may be blocked, 0 to 1. */
  readonly blockedShare: number;
  /** Null where nothing was asked for. */
  readonly seats: number | null;
  /** What chance makes of it, by drawing weeks: 90 % lie between; null for less than two weeks. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A replay of the demand of one product, what was refused included. */
export interface WhatIfDto {
  readonly asOf: EpochMs;
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly product: string;
  readonly editor: string | null;
  readonly model: LicenseModelDto;
  readonly observedMs: DurationMs;
  /** All requests: grants, and those that were lost for want of licences. */
  readonly requests: number;
  /** Of them, those that were lost; how long they would have lasted is an assumption. */
  readonly lost: number;
  /** Of them, those that were granted late; they are replayed at the time of the first refusal. */
  readonly delayed: number;
  /** Seats owned at the end of the range; null while unknown or without limit. */
  readonly owned: number | null;
  /** What was asked for. */
  readonly asked: ReplayDto;
  /** For each number of licences around the peak of the demand. */
  readonly curve: readonly ReplayDto[];
  readonly needed: readonly SeatsNeededDto[];
  readonly windows: DenialWindowsDto;
}
