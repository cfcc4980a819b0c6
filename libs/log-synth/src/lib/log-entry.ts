import type { Fact } from './fact';

/** A line before it has a stamp and a file. */
export interface LogEntry {
  /** What follows the stamp, or the whole line for a continuation. */
  readonly text: string;
  readonly fact: Fact | null;
  /** A continuation has no stamp; an opening line begins a new file. */
  readonly form: 'stamped' | 'continuation' | 'opening';
}

/** How grave the server finds a line. */
export type LogLevel = 'I' | 'W' | 'E';

const CATEGORY_WIDTH = 11;

/** The part of the header after the stamp: level and padded category. */
export function headerOf(level: LogLevel, category: string): string {
  return ` ${level} ${category.padEnd(CATEGORY_WIDTH)} `;
}

/** A stamped line that carries no fact. */
export function plainEntry(level: LogLevel, category: string, message: string): LogEntry {
  return { text: headerOf(level, category) + message, fact: null, form: 'stamped' };
}
