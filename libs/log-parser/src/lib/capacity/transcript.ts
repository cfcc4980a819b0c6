import { firstWord } from './label-pairs.js';

/** A line of the tool's output that holds something, without prompt and end of line. */
export interface AdminLine {
  /** From 1, blank lines counted. */
  readonly lineNumber: number;
  readonly text: string;
  /** Whether the prompt stood before the text. */
  readonly isPrompted: boolean;
  /** False for the last line of a text that does not end in a line feed. */
  readonly isTerminated: boolean;
}

/** What stands between two prompts. */
export interface AdminSection {
  /** Line where it begins, from 1: that of its prompt, but for the first. */
  readonly lineNumber: number;
  /** The command behind the prompt, where the tool echoes it. */
  readonly command: string | null;
  readonly lines: readonly AdminLine[];
  /** Whether another prompt follows: only then is the output known to be whole. */
  readonly isClosed: boolean;
}

const PROMPT = 'admin >';
const BYTE_ORDER_MARK = '\u{feff}';

/** Names and short names of the commands that a monitor sends (log-format.md §10.1). */
const COMMANDS: ReadonlySet<string> = new Set([
  'c',
  'connect',
  'd',
  'disc',
  'disconnect',
  'gc',
  'getConfig',
  'getLicenseInfo',
  'getLicenseUsage',
  'gli',
  'glu',
  'gsi',
  'mns',
  'quit',
  'showLog',
  'sl',
]);

/**
 * Cuts the tool's output at its prompts. A prompt may stand alone, before an echoed command, or
 * glued to the first line of an answer; it may stand several times in a row
 * (log-format.md §10.2). Lines end in LF or CRLF; a byte-order mark is dropped.
 *
 * @returns at least one section: the first is what stands before the first prompt.
 */
export function readSections(text: string): readonly AdminSection[] {
  let section = openSection(1, null);
  const sections = [section];
  const rawLines = (text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text).split('\n');
  for (const [index, rawLine] of rawLines.entries()) {
    const lineNumber = index + 1;
    const isPrompted = rawLine.startsWith(PROMPT);
    const content = withoutPrompts(rawLine);
    if (isPrompted) {
      section.isClosed = true;
      section = openSection(lineNumber, readCommand(content));
      sections.push(section);
    }
    const isEcho = isPrompted && section.command !== null;
    if (isEcho || content.trim() === '') continue;
    const isTerminated = lineNumber < rawLines.length;
    section.lines.push({ lineNumber, text: content, isPrompted, isTerminated });
  }
  return sections;
}

function openSection(lineNumber: number, command: string | null) {
  return { lineNumber, command, lines: [] as AdminLine[], isClosed: false };
}

function withoutPrompts(rawLine: string): string {
  let from = 0;
  while (rawLine.startsWith(PROMPT, from)) from += PROMPT.length;
  let end = rawLine.length;
  while (rawLine[end - 1] === '\r') end--;
  return rawLine.slice(from, end);
}

function readCommand(content: string): string | null {
  return COMMANDS.has(firstWord(content)) ? content.trimEnd() : null;
}
