import { stat } from 'node:fs/promises';
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
 * A store file that may not be there yet, or be deleted and made anew: opens it when it is first
 * asked for, and again when another file has taken its name.
 */
export class StoreHandle<Reader extends Closable> {
  private opened: Opened<Reader> | undefined;

  constructor(
    private readonly file: string,
    private readonly openReader: (file: string) => Promise<Reader>,
    private readonly requests: Pick<RequestsInFlight, 'whenDone'>,
  ) {}

  /** @throws ProblemError LM_STORE_NOT_READY while the monitor has not made the store. */
  async reader(): Promise<Reader> {
    const identity = await this.identify();
    // Nothing is awaited from here on: requests that come together share one reader.
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
    const opened = { identity, reader: this.openReader(this.file) };
    this.opened = opened;
    // A failed opening is not kept: the next request tries again.
    opened.reader.catch(() => {
      if (this.opened === opened) this.opened = undefined;
    });
    void this.closeUnused(replaced);
    return opened;
  }

  private async closeUnused(opened: Opened<Reader> | undefined): Promise<void> {
    await this.requests.whenDone();
    await opened?.reader.then((reader) => reader.close()).catch(() => undefined);
  }

  private async identify(): Promise<string> {
    try {
      const { dev, ino } = await stat(this.file, { bigint: true });
      return `${dev}:${ino}`;
    } catch (error) {
      // ENOENT until the monitor has run once; asking is the only way to know.
      throw new ProblemError(
        'LM_STORE_NOT_READY',
        `${this.file} does not exist. Start the monitor, or set HISTORY_DB and LIVE_DB to its files.`,
        [],
        { cause: error },
      );
    }
  }
}
