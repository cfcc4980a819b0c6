import type { Editor } from './license-usage.js';
import { MACHINE_SEPARATOR } from '../lines/machine.js';
import { isPoolLine } from './read-pool-line.js';
import type { AdminLine } from './transcript.js';

const EDITOR_ID = /^[\da-f]{8}(?:-[\da-f]{4,12})*$/i;

/**
 * Reads `Dassault Systemes V5    (5E756A80-1C80-478D-B83A-1D5913677621)`. The id may be missing; a
 * name alone is an editor's only where a pool follows.
 *
 * @returns undefined when the line is no editor's.
 */
export function readEditorLine(line: AdminLine, next: AdminLine | undefined): Editor | undefined {
  const text = line.text.trim();
  const open = text.lastIndexOf('(');
  const editorId = text.endsWith(')') ? text.slice(open + 1, -1) : '';
  if (EDITOR_ID.test(editorId)) return { editor: text.slice(0, open).trim() || null, editorId };
  const isName = !text.includes(':') && !text.includes(MACHINE_SEPARATOR);
  return isName && next && isPoolLine(next) ? { editor: text, editorId: null } : undefined;
}
