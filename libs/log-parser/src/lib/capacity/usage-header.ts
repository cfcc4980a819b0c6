/** The columns of `getLicenseUsage -csv`, by the tool's names (log-format.md §10.3). */
const USAGE_COLUMNS = [
  'Editor',
  'EditorId',
  'Feature',
  'Model',
  'Commercial Type',
  'Max Release Number',
  'Max Release Date',
  'Pricing Structure',
  'Max Casual Duration',
  'Expiration Date',
  'Customer ID',
  'Count',
  'Inuse',
  'Tokens',
  'Casual Usage (mn)',
  'Host',
  'User',
  'Internal ID',
  'Active Process',
  'Client Code Version',
  'Session ID',
  'Granted Since',
  'Last Used At',
  'Granted At',
  'Queue Position',
] as const;

export type UsageColumn = (typeof USAGE_COLUMNS)[number];

/** The columns that speak of one holder; those before speak of the pool. */
export const USE_COLUMNS: readonly UsageColumn[] = USAGE_COLUMNS.slice(
  USAGE_COLUMNS.indexOf('Tokens'),
);

/** Where the columns of a table stand. */
export interface UsageHeader {
  /** By position; null for a column that is not known. Empty names at the end are left out. */
  readonly columns: readonly (UsageColumn | null)[];
  readonly unknownNames: readonly string[];
  /** Whether there are columns for product, seats and seats in use. */
  readonly isComplete: boolean;
}

/** Whether a line's fields are those of the header, which is found by content alone. */
export function isUsageHeader(fields: readonly string[]): boolean {
  return fields[0] === 'Editor' && fields[1] === 'EditorId' && fields[2] === 'Feature';
}

export function readUsageHeader(fields: readonly string[]): UsageHeader {
  const names = withoutEmptyEnd(fields);
  const columns = names.map((name) => USAGE_COLUMNS.find((column) => column === name) ?? null);
  return {
    columns,
    unknownNames: names.filter((_, at) => columns[at] === null),
    isComplete: NEEDED.every((column) => columns.includes(column)),
  };
}

const NEEDED: readonly UsageColumn[] = ['Feature', 'Count', 'Inuse'];

/** Rows and header end in one comma, more, or none: what is empty at the end says nothing. */
export function withoutEmptyEnd(fields: readonly string[]): readonly string[] {
  return fields.slice(0, fields.findLastIndex((field) => field !== '') + 1);
}
