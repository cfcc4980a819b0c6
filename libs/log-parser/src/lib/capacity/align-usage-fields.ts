import type { UsageColumn, UsageHeader } from './usage-header.js';

/** What the fields of a column look like, where that is known; all but the seats may be empty. */
const SHAPES: Readonly<Partial<Record<UsageColumn, RegExp>>> = {
  EditorId: /^[\da-f]{8}(?:-[\da-f]{4,12})*$/i,
  'Max Release Date': /\d:\d\d/,
  'Expiration Date': /\d:\d\d/,
  Count: /^(?:\d{1,9}|unlimited)$/,
  Inuse: /^\d{1,9}$/,
  Tokens: /^\d{1,9}$/,
  'Client Code Version': /^\d[\d.]*$/,
  'Session ID': /^[\da-f]+$/i,
  'Granted Since': /\d:\d\d/,
  'Last Used At': /\d:\d\d/,
  'Granted At': /\d:\d\d/,
  'Queue Position': /^\d{1,9}$/,
};

/** Columns whose text can hold a comma, and those behind them that show where it ends. */
const FREE_TEXTS: readonly (readonly [column: UsageColumn, anchors: readonly UsageColumn[]])[] = [
  ['Active Process', ['Granted Since', 'Last Used At', 'Granted At']],
  ['Editor', ['EditorId']],
];

/** More commas than this in one field are not believed. It bounds the work for a broken line. */
const MAX_COMMAS = 16;

/**
 * Gives the fields of a row their places. The tool is not known to quote, so a path with a comma
 * is several fields. The dates at the row's end are the anchor: the path is joined again until
 * every date stands in a column of dates (log-format.md §10.3). The same is done for a company's
 * name with a comma, by the id behind it.
 *
 * @returns at most as many fields as there are columns; undefined where more are left over. A row
 * without surplus that fits nowhere is returned as it stands.
 */
export function alignUsageFields(
  fields: readonly string[],
  header: UsageHeader,
): readonly string[] | undefined {
  if (fits(fields, header)) return fields;
  for (const [column, anchors] of FREE_TEXTS) {
    const joined = joinUntilFitting(fields, header, column, anchors);
    if (joined !== undefined) return joined;
  }
  return fields.length <= header.columns.length ? fields : undefined;
}

function joinUntilFitting(
  fields: readonly string[],
  header: UsageHeader,
  column: UsageColumn,
  anchors: readonly UsageColumn[],
): readonly string[] | undefined {
  const at = header.columns.indexOf(column);
  for (let end = at + 2; at >= 0 && end <= Math.min(fields.length, at + 1 + MAX_COMMAS); end++) {
    const joined = fields.toSpliced(at, end - at, fields.slice(at, end).join(','));
    const isAnchored = anchors.some((anchor) => joined[header.columns.indexOf(anchor)]);
    if (isAnchored && fits(joined, header)) return joined;
  }
  return undefined;
}

function fits(fields: readonly string[], header: UsageHeader): boolean {
  if (fields.length > header.columns.length) return false;
  return header.columns.every((column, at) => {
    const text = fields[at]?.trim() ?? '';
    const shape = column && SHAPES[column];
    if (text === '') return column !== 'Count' && column !== 'Inuse';
    return !shape || shape.test(text);
  });
}
