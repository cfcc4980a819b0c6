import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { noAnswer, type CapacityReading } from './capacity-reading';
import { parseEntitlements, type EntitledServer } from './parse-entitlements';

/** What the file kept by hand says now. */
export interface EntitlementsReading {
  readonly origin: string;
  readonly content: string;
  /** By the name of the server. */
  readonly byServer: ReadonlyMap<string, CapacityReading>;
}

/** The file that is kept by hand. What it said before stays in force while it has faults. */
export class EntitlementsFile {
  private known: string | undefined;

  constructor(
    private readonly path: string,
    private readonly servers: readonly EntitledServer[],
  ) {}

  /** Reads the file; undefined where it is as it was when `remember` was called last. */
  async look(): Promise<EntitlementsReading | undefined> {
    const origin = basename(this.path);
    let content: string;
    try {
      content = await readFile(this.path, 'utf8');
    } catch (error) {
      const failure = noAnswer('manual', 'fileUnreadable', (error as Error).message);
      return { origin, content: '', byServer: this.forAll(failure) };
    }
    if (content === this.known) return undefined;
    return { origin, content, byServer: this.parse(content) };
  }

  /** Passes over the file until it changes. */
  remember({ content }: EntitlementsReading): void {
    this.known = content;
  }

  private parse(content: string): ReadonlyMap<string, CapacityReading> {
    try {
      const byServer = parseEntitlements(content, this.servers);
      return new Map(
        [...byServer].map(([name, pools]) => [
          name,
          { type: 'report', source: 'manual', pools, remark: null },
        ]),
      );
    } catch (error) {
      // Faults of the file are told with their places; nothing that is in it may end the monitor.
      return this.forAll(noAnswer('manual', 'fileInvalid', (error as Error).message));
    }
  }

  private forAll(reading: CapacityReading): ReadonlyMap<string, CapacityReading> {
    return new Map(this.servers.map(({ name }) => [name, reading]));
  }
}
