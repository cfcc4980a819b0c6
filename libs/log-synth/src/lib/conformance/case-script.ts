import { fileStamp, WallStamp } from '../wall-stamp';
import { ZoneClock } from '../zone-clock';
import { usageCsv } from './admin-csv';
import { answerCase } from './answer-case';
import type { CapacityPool } from './case-facts';
import { CaseFiles } from './case-files';
import { CaseLog } from './case-log';
import { CaseRecord } from './case-record';
import type { ConformanceCase, ConformanceFile, ConformanceSettings } from './conformance-case';

/** What a scenario is about, before its lines are written. */
export interface CaseOutline extends Pick<ConformanceCase, 'name' | 'title' | 'pitfalls'> {
  /** Start of the figures, UTC ms. */
  readonly from: number;
  /** End of the figures, and up to when the log is read, UTC ms. */
  readonly to: number;
  /** Where it differs from the usual settings. */
  readonly settings?: Partial<ConformanceSettings>;
  /** Folders of the logs; one, `dsls`, by default. */
  readonly folders?: readonly string[];
  /** Whether usage lines have a customer field (log-format.md §2.3). */
  readonly hasCustomer?: boolean;
  readonly lineEnd?: '\n' | '\r\n';
}

const USUAL_SETTINGS: Omit<ConformanceSettings, 'readUntil'> = {
  timeZone: 'Europe/Paris',
  sessionTimeoutHours: { '*': 720 },
  restartGraceMinutes: 60,
  heartbeatMinutes: 17,
  denialWindows: { burstSeconds: 10, redirectSeconds: 5, retryMinutes: 15 },
  cluster: false,
};

/** A scenario that is written line by line; it keeps what its lines mean, so its truth is known. */
export class CaseScript {
  readonly #outline: CaseOutline;
  readonly #settings: ConformanceSettings;
  readonly #clock: ZoneClock;
  readonly #record: CaseRecord;
  readonly #folders: readonly CaseFiles[];
  readonly #logs: readonly CaseLog[];
  readonly #capacityFiles: ConformanceFile[] = [];

  constructor(outline: CaseOutline) {
    const { folders = ['dsls'], lineEnd = '\n', hasCustomer = false } = outline;
    this.#outline = outline;
    this.#settings = { ...USUAL_SETTINGS, readUntil: outline.to, ...outline.settings };
    this.#clock = new ZoneClock(this.#settings.timeZone);
    this.#record = new CaseRecord(this.#settings.cluster);
    this.#folders = folders.map((folder) => new CaseFiles(folder, this.#clock, lineEnd));
    this.#logs = this.#folders.map(
      (files) => new CaseLog({ files, record: this.#record, hasCustomer }),
    );
  }

  /** The log of a folder, by its place in the outline. */
  log(index = 0): CaseLog {
    const log = this.#logs[index];
    if (log === undefined) throw new RangeError(`There is no log ${index}.`);
    return log;
  }

  /** Writes down what the admin tool says at an instant (UTC ms); all pools of the server. */
  reportCapacity(at: number, pools: readonly CapacityPool[]): void {
    const report = { at, pools };
    this.#record.report(report);
    this.#capacityFiles.push({
      path: `capacity/LicenseUsage${fileStamp(this.#clock.wallAt(at))}.csv`,
      text: usageCsv(report, this.#clock, new WallStamp()),
    });
  }

  /** Ends every log with a poll at the end of the range, so that it tells of all of it. */
  build(): ConformanceCase {
    const { name, title, pitfalls, from, to } = this.#outline;
    for (const log of this.#logs) log.at(to).poll();
    return {
      name,
      title,
      pitfalls,
      settings: this.#settings,
      files: [...this.#folders.flatMap((files) => files.list()), ...this.#capacityFiles],
      truth: answerCase(this.#record, this.#settings, { from, to }),
    };
  }
}

/**
 * Reads an instant of a script, such as `2026-03-02T08:00Z`.
 *
 * @returns UTC ms.
 */
export function utc(text: string): number {
  const at = Date.parse(text);
  if (!text.endsWith('Z') || Number.isNaN(at)) throw new RangeError(`${text} is no UTC instant.`);
  return at;
}
