import type { OfRange } from './of-range';
import type { SessionDto } from './session';
import type { Count, EpochMs, LicenseMs, MeanMs } from './units';

/** What may be asked for: a product by its code, a person or a machine by name. */
export type SubjectKindDto = 'product' | 'user' | 'host';

/** Something that was found by a part of its name. */
export interface FoundSubjectDto {
  /** What it is. */
  readonly kind: SubjectKindDto;
  /** Product code, or name of the person or machine, as the log writes it. */
  readonly key: string;
  /** The publisher of a product; null for people and machines, and where the log did not say. */
  readonly editor: string | null;
}

/** What was found by a part of its name. */
export interface SearchDto {
  /** At most 20; names that begin with the text come first. */
  readonly items: readonly FoundSubjectDto[];
}

/** Use of one local day. */
export interface SubjectDayDto {
  /** As YYYY-MM-DD, by the clock of the zone. */
  readonly date: string;
  /** Σ quantity × length within the day. */
  readonly sessionMs: LicenseMs;
}

/** A part of a subject's use. */
export interface SubjectPartDto {
  /** Product code, or name of the person. */
  readonly key: string;
  /** Sessions that were open within the range. */
  readonly sessions: Count;
  /** Σ quantity × length within the range. */
  readonly sessionMs: LicenseMs;
}

/** One product, person or machine, over a range. */
export interface SubjectDto extends OfRange {
  /** What it is. */
  readonly kind: SubjectKindDto;
  /** Product code, or name of the person or machine. */
  readonly key: string;
  /** Start of its first session in the history; null where it has none. */
  readonly firstSeenAt: EpochMs | null;
  /** Its sessions that are open now. */
  readonly now: readonly SessionDto[];
  /** Sessions that were open within the range. */
  readonly sessions: Count;
  /** Σ quantity × length within the range. */
  readonly sessionMs: LicenseMs;
  /** Of the sessions whose start and end are known; null where there are none. */
  readonly medianMs: MeanMs | null;
  /** Sessions of the range that ended by a time-out. */
  readonly timeouts: Count;
  /** Refused requests of any cause. */
  readonly deniedRequests: Count;
  /** Days with use, in order. */
  readonly daily: readonly SubjectDayDto[];
  /** Of a person and a machine the products, of a product the people; the greatest first. */
  readonly breakdown: readonly SubjectPartDto[];
}
