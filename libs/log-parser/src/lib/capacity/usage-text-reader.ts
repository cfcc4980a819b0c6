import type { UnreadableReason, UnreadableRow } from './capacity-fault.js';
import type { Editor, LicenseUse } from './license-usage.js';
import { type OpenPool, PoolTable } from './pool-table.js';
import { readEditorLine } from './read-editor-line.js';
import {
  isHolderLine,
  isProcessLine,
  joinHolder,
  readHolderLine,
  readProcessLine,
} from './read-holder-line.js';
import { isPoolLine, readPoolLine } from './read-pool-line.js';
import type { AdminLine } from './transcript.js';

/** Reads line after line; a line belongs to the editor, the pool and the holder before it. */
export class UsageTextReader {
  readonly table = new PoolTable();
  readonly unreadableRows: UnreadableRow[] = [];
  private editor: Editor = { editor: null, editorId: null };
  private pool: OpenPool | undefined;
  private holder: LicenseUse | undefined;

  /** @param next the line behind, which tells an editor's name from any other text. */
  read(line: AdminLine, next: AdminLine | undefined): void {
    const reason = this.readLine(line, next);
    if (reason === undefined) return;
    this.unreadableRows.push({ lineNumber: line.lineNumber, reason, text: line.text });
  }

  private readLine(line: AdminLine, next: AdminLine | undefined): UnreadableReason | undefined {
    if (!line.isTerminated) return 'unterminated';
    if (isPoolLine(line)) return this.readPool(line);
    if (isHolderLine(line) || isProcessLine(line)) return this.readUse(line);
    const editor = readEditorLine(line, next);
    if (editor === undefined) return 'notUnderstood';
    this.editor = editor;
    this.pool = undefined;
    return undefined;
  }

  private readPool(line: AdminLine): UnreadableReason | undefined {
    const row = readPoolLine(line, this.editor);
    const isUnreadable = typeof row === 'string';
    // The uses behind a pool that cannot be read are not those of the pool before it.
    this.pool = isUnreadable ? undefined : this.table.open(row);
    this.holder = undefined;
    return isUnreadable ? row : undefined;
  }

  private readUse(line: AdminLine): UnreadableReason | undefined {
    if (this.pool === undefined) return 'poolMissing';
    const { uses } = this.pool;
    if (isHolderLine(line)) {
      this.holder = readHolderLine(line);
      uses.push(this.holder);
      return undefined;
    }
    // The first process says all that its holder says, and takes its place.
    if (uses.at(-1) === this.holder) uses.pop();
    const process = readProcessLine(line);
    uses.push(this.holder === undefined ? process : joinHolder(this.holder, process));
    return undefined;
  }
}
