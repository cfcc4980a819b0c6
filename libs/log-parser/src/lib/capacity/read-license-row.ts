import type { CapacityFault, CapacityFaultKind, UnreadableReason } from './capacity-fault.js';
import { cutFixedRow, type FixedColumn } from './fixed-columns.js';
import type { EnrolledLicense } from './license-info.js';
import { parseUtcDate, type UtcDate } from './parse-tool-date.js';
import { parseModel } from '../lines/parse-values.js';
import { parseSeats } from './parse-seats.js';
import type { AdminLine } from './transcript.js';

/** The columns that hold dates and are given as such. */
const DATES = ['StartDate', 'EndDate', 'MaxReleaseDate', 'EnrollDate'];

/** Reads one row of `getLicenseInfo`. Never throws; what cannot be read gives the reason. */
export function readLicenseRow(
  line: AdminLine,
  tableColumns: readonly FixedColumn[],
): EnrolledLicense | UnreadableReason {
  const { lineNumber, text, isTerminated } = line;
  if (!isTerminated) return 'unterminated';
  const { values: columns, misplaced } = cutFixedRow(text, tableColumns);
  const textOf = (name: string) => columns[name] || null;
  const dateOf = (name: string) => toDate(textOf(name));
  const product = textOf('Feature');
  const seats = parseSeats(textOf('Quantity'));
  if (product === null) return 'productMissing';
  if (seats === null) return 'seatsUnreadable';
  const model = parseModel(textOf('Model'));
  const fault = (kind: CapacityFaultKind, faultText: string): CapacityFault => {
    return { kind, lineNumber, text: faultText };
  };
  return {
    lineNumber,
    status: textOf('Status'),
    editor: textOf('Editor'),
    editorId: textOf('EditorId'),
    model,
    product,
    seats,
    startsAt: dateOf('StartDate'),
    endsAt: dateOf('EndDate'),
    maxReleaseNumber: textOf('MaxReleaseNumber'),
    maxReleaseAt: dateOf('MaxReleaseDate'),
    licenseType: textOf('LicenseType'),
    commercialType: textOf('CommercialType'),
    licenseId: textOf('LicenseId'),
    computerId: textOf('ComputerId'),
    customerId: textOf('CustomerId'),
    enrolledAt: dateOf('EnrollDate'),
    pricingStructure: textOf('PricingStructure'),
    columns,
    faults: [
      ...misplaced.map(({ kind, column, value }) => fault(kind, `${column}: ${value}`)),
      ...(model === 'unknown' ? [fault('modelUnknown', columns['Model'] ?? '')] : []),
      ...DATES.filter((name) => dateOf(name)?.at === null).map((name) =>
        fault('dateUnreadable', `${name}: ${columns[name]}`),
      ),
    ],
  };
}

function toDate(text: string | null): UtcDate | null {
  return text === null ? null : parseUtcDate(text);
}
