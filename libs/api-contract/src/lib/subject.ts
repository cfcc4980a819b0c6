import type { DurationMs, EpochMs } from './page';
import type { SessionDto } from './session';

/** What may be asked for: a product by its code, a person or a machine by name. */
export type SubjectKindDto = 'product' | 'user' | 'host';

/** Something that was found by a part of its name. */
export interface FoundSubjectDto {
  readonly kind: SubjectKindDto;
  /** As the log writes it. */
  readonly key: string;
  /** The publisher of a product; null for people and machines, and where the log did not say. */
  readonly editor: string | null;
}

export interface SearchDto {
  readonly items: readonly FoundSubjectDto[];
}

/** Use of one local day. */
export interface SubjectDayDto {
  /** As YYYY-MM-DD, by the clock of the zone. */
  readonly date: string;
  readonly sessionMs: number;
}

/** A part of a subject's use. */
export interface SubjectPartDto {
  readonly key: string;
  readonly sessions: number;
  readonly sessionMs: number;
}

/** One product, person or machine, over a range. */
export interface SubjectDto {
  readonly asOf: EpochMs;
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly kind: SubjectKindDto;
  readonly key: string;
  /** Start of its first session in the history; null where it has none. */
  readonly firstSeenAt: EpochMs | null;
  readonly now: readonly SessionDto[];
  readonly sessions: number;
  /** Σ quantity × length within the range, milliseconds. */
  readonly sessionMs: number;
  readonly medianMs: DurationMs | null;
  readonly timeouts: number;
  /** Refused requests of any cause. */
  readonly deniedRequests: number;
  readonly daily: readonly SubjectDayDto[];
  /** Of a person and a machine the products, of a product the people; the greatest first. */
  readonly breakdown: readonly SubjectPartDto[];
}
