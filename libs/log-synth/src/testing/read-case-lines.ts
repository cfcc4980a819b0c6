import type { ConformanceCase } from '../lib/conformance/conformance-case';

/** A line of a scenario, found in its text alone. */
export interface CaseLine {
  /** UTC ms. */
  readonly at: number;
  readonly folder: string;
  readonly category: string;
  readonly message: string;
}

const STAMPED = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d):(\d{3}) [IWE] ([A-Z]+) +(\S.*)$/;
const QUARTER_MS = 900_000;
const DAY_MS = 86_400_000;

/**
 * Reads the logs of a scenario in the plainest way: whole lines, each as often as the file that has
 * it most often, in order of the files' lines, those of several folders by time.
 */
export function readCaseLines({ files, settings }: ConformanceCase): CaseLine[] {
  const logs = files.filter(({ path }) => path.endsWith('.log'));
  const folders = [...new Set(logs.map(({ path }) => folderOf(path)))];
  const lines = folders.flatMap((folder) => {
    const texts = logs.filter(({ path }) => folderOf(path) === folder);
    const whole = texts
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ text }) => text.split('\n').slice(0, -1));
    return toLines(withoutCopies(whole), folder, settings.timeZone);
  });
  return lines.sort((a, b) => a.at - b.at);
}

const folderOf = (path: string) => path.slice(0, path.indexOf('/'));

/** A line that another file has as often already tells nothing new. */
function withoutCopies(files: readonly string[][]): string[] {
  const seen = new Map<string, number>();
  const news = files.flatMap((lines) => {
    const own = new Map<string, number>();
    return lines.filter((line) => {
      const count = (own.get(line) ?? 0) + 1;
      own.set(line, count);
      if (count <= (seen.get(line) ?? 0)) return false;
      seen.set(line, count);
      return true;
    });
  });
  return news;
}

function toLines(texts: readonly string[], folder: string, timeZone: string): CaseLine[] {
  const toWall = wallClockOf(timeZone);
  let last = Number.NEGATIVE_INFINITY;
  return texts.map((text) => {
    const match = STAMPED.exec(text.replace(/\r$/, ''));
    if (match === null) throw new Error(`This is no line of a log: ${text}`);
    const [year, month, day, hour, minute, second, ms] = match.slice(1, 8).map(Number);
    const wall = Date.UTC(year!, month! - 1, day!, hour!, minute!, second!, ms!);
    last = firstInstant(wall, last, toWall);
    return { at: last, folder, category: match[8]!, message: match[9]! };
  });
}

/** The first instant, not before the line above, at which the clock reads this: found by trying all. */
function firstInstant(wall: number, last: number, toWall: (at: number) => string): number {
  const text = new Date(wall).toISOString().slice(0, 19).replace('T', ' ');
  for (let at = wall - DAY_MS; at <= wall + DAY_MS; at += QUARTER_MS) {
    if (at >= last && toWall(at) === text) return at;
  }
  throw new Error(`The clock never reads ${text} after ${new Date(last).toISOString()}.`);
}

function wallClockOf(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return (at) => format.format(at);
}
