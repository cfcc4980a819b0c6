import type { CapacityFault, CapacityFaultKind } from './capacity-fault.js';
import { parseWholeNumber } from '../lines/parse-values.js';
import { parseWallDate, type WallDate } from './parse-tool-date.js';
import type { UsageColumn, UsageHeader } from './usage-header.js';

/** The fields of a row by column. Reading one that is not as it should be leaves a fault. */
export class UsageCells {
  readonly faults: CapacityFault[] = [];
  private readonly texts = new Map<UsageColumn, string>();

  constructor(
    private readonly lineNumber: number,
    fields: readonly string[],
    header: UsageHeader,
  ) {
    for (const [at, field] of fields.entries()) {
      const column = header.columns[at];
      const text = field.trim();
      if (column && text !== '') this.texts.set(column, text);
    }
  }

  /** Whether the field holds something. */
  has(column: UsageColumn): boolean {
    return this.texts.has(column);
  }

  /** Null where the field is empty or missing. */
  readText(column: UsageColumn): string | null {
    return this.texts.get(column) ?? null;
  }

  readDate(column: UsageColumn): WallDate | null {
    const text = this.readText(column);
    if (text === null) return null;
    const date = parseWallDate(text);
    if (date.wallAt === null) this.addFault('dateUnreadable', `${column}: ${text}`);
    return date;
  }

  readWholeNumber(column: UsageColumn): number | null {
    const text = this.readText(column);
    const value = parseWholeNumber(text);
    if (text !== null && value === null) this.addFault('numberUnreadable', `${column}: ${text}`);
    return value;
  }

  addFault(kind: CapacityFaultKind, text: string): void {
    this.faults.push({ kind, lineNumber: this.lineNumber, text });
  }
}
