import type { LicenseModel } from '../lines/parsed-line.js';
import type { CapacityFault, UnreadableRow } from './capacity-fault.js';
import type { SeatCount } from './license-usage.js';
import type { UtcDate } from './parse-tool-date.js';

/** One licence as it was enrolled: so many seats of a product, from when to when. */
export interface EnrolledLicense {
  /** Line of the whole text, from 1. */
  readonly lineNumber: number;
  /** `active`, and other words for what is over, not yet begun or replaced; the set is open. */
  readonly status: string | null;
  readonly editor: string | null;
  readonly editorId: string | null;
  readonly model: LicenseModel;
  /** Product code; unique only together with the editor. */
  readonly product: string;
  readonly seats: SeatCount;
  /** First instant; null where none is written. */
  readonly startsAt: UtcDate | null;
  /** Last instant, itself included; null where none is written. */
  readonly endsAt: UtcDate | null;
  readonly maxReleaseNumber: string | null;
  readonly maxReleaseAt: UtcDate | null;
  /** For example `Floating`. */
  readonly licenseType: string | null;
  readonly commercialType: string | null;
  readonly licenseId: string | null;
  /** The server that the licence is for. */
  readonly computerId: string | null;
  readonly customerId: string | null;
  readonly enrolledAt: UtcDate | null;
  readonly pricingStructure: string | null;
  /** Every column of the header with the text below it, empty where there is none. */
  readonly columns: Readonly<Record<string, string>>;
  readonly faults: readonly CapacityFault[];
}

/** What `getLicenseInfo` lists. */
export interface LicenseInfo {
  readonly type: 'licenses';
  /** In the order of the output. None means that the server said it has none. */
  readonly licenses: readonly EnrolledLicense[];
  readonly unreadableRows: readonly UnreadableRow[];
  /** Of the output as a whole: none means that nothing is known to be missing. */
  readonly faults: readonly CapacityFault[];
}
