import type { OfProduct } from './of-product';
import type { EpochMs, Licenses } from './units';
import type { EntitlementIntervalDto, EntitlementSourceDto } from './usage-summary';

/** Seats of one product that are given from one stock, as a source last said. */
export interface EntitlementPoolDto {
  /** The licence server, or the failover cluster, that gives them. */
  readonly server: string;
  /** Who says so. */
  readonly source: EntitlementSourceDto;
  /** Null: without limit. */
  readonly seats: Licenses | null;
  /** Inclusive; null: no beginning, or one that is not told. */
  readonly validFrom: EpochMs | null;
  /** Exclusive; null: no end, or one that cannot be read. */
  readonly validTo: EpochMs | null;
}

/** What one licence server gives of a product. */
export interface ServerEntitlementDto {
  /** The licence server, or the failover cluster. */
  readonly server: string;
  /** In order; between them nothing is known. */
  readonly intervals: readonly EntitlementIntervalDto[];
}

/** What the site owns of one product and licence model. */
export interface EntitlementDto extends OfProduct {
  /** Of all servers that give it together; empty where that of one is not known. */
  readonly intervals: readonly EntitlementIntervalDto[];
  /** Of each server that gives it. */
  readonly byServer: readonly ServerEntitlementDto[];
  /** What the last report of each source and server lists of it. */
  readonly pools: readonly EntitlementPoolDto[];
}

/** Where seats were read from last. */
export interface EntitlementReportDto {
  /** The licence server, or the failover cluster, that it is about. */
  readonly server: string;
  /** What kind of report it is. */
  readonly source: EntitlementSourceDto;
  /** Name of the file, or of the tool. */
  readonly origin: string;
  /** When it was taken. */
  readonly takenAt: EpochMs;
  /** When an equal report was taken last. */
  readonly lastSeenAt: EpochMs;
}

/** A source that gave no answer; it changes nothing. */
export interface EntitlementFailureDto {
  /** The licence server, or the failover cluster, that it was asked about. */
  readonly server: string;
  /** What kind of report it should have been; null where that was not to be seen. */
  readonly source: EntitlementSourceDto | null;
  /** Name of the file, or of the tool. */
  readonly origin: string;
  /** When it was asked. */
  readonly at: EpochMs;
  /** What was wrong: a code of docs/errors.md. */
  readonly reason: string;
  /** What was wrong, in the words of the tool or of the system. */
  readonly text: string;
}

/** What the site owns, from when to when, who says so, and where the sources differ. */
export interface EntitlementsDto {
  /** When the answer was made. */
  readonly asOf: EpochMs;
  /** Of each product and licence model. */
  readonly items: readonly EntitlementDto[];
  /** The last report of each source and server. */
  readonly reports: readonly EntitlementReportDto[];
  /** The last one first. */
  readonly failures: readonly EntitlementFailureDto[];
}
