import { statSync } from 'node:fs';
import { isPostgres, showPlace } from '@license-monitor/db';
import { ProblemError } from '../http/problem';
import type { RequestsInFlight } from '../http/requests-in-flight';

interface Closable {
  close(): Promise<void>;
}

/** An open file: which one it is, and who reads it. */
interface Opened<Reader> {
  readonly identity: string;
  readonly reader: Promise<Reader>;
}

/**
 * A store that may not be there yet; a file may also be deleted and made anew. Opens it when it is
 * first asked for, and again when another file has taken its name.
 */
export class StoreHandle<Reader extends Closable> {
  private opened: Opened<Reader> | undefined;

  constructor(
    private readonly place: string,
    private readonly openReader: (place: string) => Promise<Reader>,
    private readonly requests: Pick<RequestsInFlight, 'whenDone'>,
  ) {}

  /** @throws ProblemError LM_STORE_NOT_READY while the monitor has not made the store. */
  async reader(): Promise<Reader> {
    const identity = this.identify();
    // Nothing is awaited up to here: requests that come together share one reader.
    const opened = this.opened?.identity === identity ? this.opened : this.open(identity);
    return opened.reader;
  }

  /** Closes the store once nobody reads it any more. */
  async close(): Promise<void> {
    const { opened } = this;
    this.opened = undefined;
    await this.closeUnused(opened);
  }

  private open(identity: string): Opened<Reader> {
    const replaced = this.opened;
    const opened = { identity, reader: this.openPlace() };
    this.opened = opened;
    // A failed opening is not kept: the next request tries again.
    opened.reader.catch(() => {
      if (this.opened === opened) this.opened = undefined;
    });
    void this.closeUnused(replaced);
    return opened;
  }

  private async openPlace(): Promise<Reader> {
    try {
      return await this.openReader(this.place);
    } catch (error) {
      if (error instanceof ProblemError || !isPostgres(this.place)) throw error;
      // The server is down, or the monitor has not made the database: what it is, the log tells.
      throw new ProblemError(
        'LM_STORE_NOT_READY',
        `${showPlace(this.place)} cannot be opened. Start PostgreSQL and the monitor, or correct DATABASE_URL.`,
        [],
        { cause: error },
      );
    }
  }

  private async closeUnused(opened: Opened<Reader> | undefined): Promise<void> {
    await this.requests.whenDone();
    await opened?.reader.then((reader) => reader.close()).catch(() => undefined);
  }

  private identify(): string {
    if (isPostgres(this.place)) return this.place;
    try {
      // Asked for every request: to hand it to another thread takes a hundred times as long as to ask.
      const { dev, ino } = statSync(this.place, { bigint: true });
      return `${dev}:${ino}`;
    } catch (error) {
      // ENOENT until the monitor has run once; asking is the only way to know.
      throw new ProblemError(
        'LM_STORE_NOT_READY',
        `${this.place} does not exist. Start the monitor, or set HISTORY_DB and LIVE_DB to its files.`,
        [],
        { cause: error },
      );
    }
  }
}
