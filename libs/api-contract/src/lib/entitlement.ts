import type { EpochMs } from './page';
import type { LicenseModelDto } from './session';
import type { EntitlementIntervalDto, EntitlementSourceDto } from './usage-summary';

/** Seats of one product that are given from one stock, as a source last said. */
export interface EntitlementPoolDto {
  readonly server: string;
  readonly source: EntitlementSourceDto;
  /** Null: without limit. */
  readonly seats: number | null;
  readonly validFrom: EpochMs | null;
  /** Exclusive; null: no end, or one that cannot be read. */
  readonly validTo: EpochMs | null;
}

/** What the site owns of one product and licence model. */
export interface EntitlementDto {
  readonly product: string;
  /** Null where no source says. */
  readonly editor: string | null;
  readonly model: LicenseModelDto;
  /** Of all servers that give it together; empty where that of one is not known. */
  readonly intervals: readonly EntitlementIntervalDto[];
  readonly byServer: readonly {
    readonly server: string;
    readonly intervals: readonly EntitlementIntervalDto[];
  }[];
  readonly pools: readonly EntitlementPoolDto[];
}

/** Where seats were read from last. */
export interface EntitlementReportDto {
  readonly server: string;
  readonly source: EntitlementSourceDto;
  /** Name of the file, or of the tool. */
  readonly origin: string;
  readonly takenAt: EpochMs;
  /** When an equal report was taken last. */
  readonly lastSeenAt: EpochMs;
}

/** A source that gave no answer; it changes nothing. */
export interface EntitlementFailureDto {
  readonly server: string;
  readonly source: EntitlementSourceDto | null;
  readonly origin: string;
  readonly at: EpochMs;
  readonly reason: string;
  readonly text: string;
}

export interface EntitlementsDto {
  readonly asOf: EpochMs;
  readonly items: readonly EntitlementDto[];
  /** The last report of each source and server. */
  readonly reports: readonly EntitlementReportDto[];
  /** The last one first. */
  readonly failures: readonly EntitlementFailureDto[];
}
