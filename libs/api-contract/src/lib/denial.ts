import type { OfRange } from './of-range';
import type { Page } from './page';
import type { SessionDto } from './session';
import type { Count, DurationMs, EpochMs, EventId, Licenses } from './units';

/**
 * Why a request was refused. Only `capacity` is want of licences. `policy`: an authorisation rule of
 * the server. `notEnrolled`: there is no licence of the product, or none any longer.
 */
export type DenialCauseDto = 'capacity' | 'policy' | 'notEnrolled' | 'other';

/**
 * `redirected`: granted elsewhere at once, so nobody waited. `delayed`: granted later. `lost`: not
 * granted within the window. `pending`: the window is not over yet.
 */
export type DenialOutcomeDto = 'redirected' | 'delayed' | 'lost' | 'pending';

/** The windows that the outcomes rest on; other windows give other figures. */
export interface DenialWindowsDto {
  /** Refusals of one person and product no further apart are one request. */
  readonly burstMs: DurationMs;
  /** A grant so near, before or after, means that the client got a licence elsewhere. */
  readonly redirectMs: DurationMs;
  /** A grant within this time ends the wait; without one the request is lost. */
  readonly retryMs: DurationMs;
}

/** One request that was refused, however often the client asked. */
export interface DeniedRequestDto {
  /** Id of its first refusal's event. */
  readonly id: EventId;
  /** Its first refusal. */
  readonly at: EpochMs;
  /** Its last refusal. */
  readonly lastAt: EpochMs;
  /** How many refusals it is made of, 1 or more. */
  readonly denials: Count;
  /** The licence server, or the failover cluster, that refused. */
  readonly server: string;
  /** Product code, for example `MD2`. */
  readonly product: string;
  /** Who asked; null where the log did not say. */
  readonly user: string | null;
  /** From which machine; null where the log did not say. */
  readonly host: string | null;
  /** Why it was refused. */
  readonly cause: DenialCauseDto;
  /** The log's own words; null when it gave none. */
  readonly reason: string | null;
  /** What became of it. */
  readonly outcome: DenialOutcomeDto;
  /** From the first refusal to the grant; null where there was none, or no wait. */
  readonly waitMs: DurationMs | null;
}

/** One page of refused requests, the last one first. */
export interface DeniedRequestsDto extends Page<DeniedRequestDto> {
  /** The windows that the outcomes rest on. */
  readonly windows: DenialWindowsDto;
}

/** Refusals by cause, each line counted. */
export interface DenialCountsDto {
  /** For want of licences. */
  readonly capacity: Count;
  /** By an authorisation rule. */
  readonly policy: Count;
  /** As there is no licence of the product, or none any longer. */
  readonly notEnrolled: Count;
  /** For another reason. */
  readonly other: Count;
}

/** Refused requests by cause, each counted once, however often it was refused. */
export interface DeniedCountsDto {
  /** For want of licences. */
  readonly capacity: Count;
  /** By an authorisation rule. */
  readonly policy: Count;
  /** As there is no licence of the product, or none any longer. */
  readonly notEnrolled: Count;
  /** For another reason. */
  readonly other: Count;
}

/** Refused requests by what became of them. */
export interface DeniedOutcomesDto {
  /** Granted elsewhere at once. */
  readonly redirected: Count;
  /** Granted later. */
  readonly delayed: Count;
  /** Not granted within the window. */
  readonly lost: Count;
  /** The window is not over yet. */
  readonly pending: Count;
}

/** Those that began within one of the equal times of a series. */
export interface DeniedPointDto extends DeniedCountsDto {
  /** When the time begins. */
  readonly at: EpochMs;
}

/** Refused requests of one product along time. */
export interface DenialLaneDto {
  /** Product code, for example `MD2`. */
  readonly product: string;
  /** All of the range. */
  readonly requests: Count;
  /** The same by cause. */
  readonly causes: DeniedCountsDto;
  /** The same by what became of them. */
  readonly outcomes: DeniedOutcomesDto;
  /** In order; times without any are left out. */
  readonly points: readonly DeniedPointDto[];
}

/** Refused requests along time, a lane for each product. */
export interface DenialSeriesDto extends OfRange {
  /** Length of the equal times; the last one may reach beyond the range. */
  readonly bucketMs: DurationMs;
  /** The windows that the outcomes rest on. */
  readonly windows: DenialWindowsDto;
  /** The product with the most refused requests first. */
  readonly items: readonly DenialLaneDto[];
}

/**
 * Why a request was refused, as far as it can be known. `shortage`: all seats were in use. `rule`: an
 * authorisation rule. `notOwned`: not enrolled, or no longer. `seatsFree`: the server said that no
 * licence is available, but the log knows of free seats: they may be reserved, offline, or used by
 * people who are not traced. `unknown`: the number of seats is not known, or the reason not clear.
 */
export type DenialVerdictDto = 'shortage' | 'rule' | 'notOwned' | 'seatsFree' | 'unknown';

/** One refusal explained: the pool at that instant, who held it, and what came next. */
export interface DenialExplanationDto {
  /** The request that the refusal is part of. */
  readonly request: DeniedRequestDto;
  /** The windows that the outcome rests on. */
  readonly windows: DenialWindowsDto;
  /** Why it was refused. */
  readonly verdict: DenialVerdictDto;
  /** Licences in use at the instant of the refusal, on the servers of its pool. */
  readonly inUse: Licenses;
  /** Seats owned then; null while unknown or without limit. */
  readonly entitlement: Licenses | null;
  /** Whether the log tells about that instant at all. */
  readonly isObserved: boolean;
  /** Who held the pool then, the longest first. */
  readonly holders: readonly SessionDto[];
  /** When the first of them gave back; null where none did. */
  readonly firstFreedAt: EpochMs | null;
  /** When the person was granted the product; null where that was not, or not within the window. */
  readonly grantedAt: EpochMs | null;
}
