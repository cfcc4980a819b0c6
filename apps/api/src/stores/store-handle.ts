import { stat } from 'node:fs/promises';
import { ProblemError } from '../http/problem';

interface Closable {
  close(): Promise<void>;
}

/**
 * A store file that may not be there yet, or be deleted and made anew: opens it when it is first
 * asked for, and again when another file has taken its name.
 */
export class StoreHandle<Reader extends Closable> {
  private opened: { readonly identity: string; readonly reader: Promise<Reader> } | undefined;

  constructor(
    private readonly file: string,
    private readonly openReader: (file: string) => Promise<Reader>,
  ) {}

  /** @throws ProblemError LM_STORE_NOT_READY while the monitor has not made the store. */
  async reader(): Promise<Reader> {
    const identity = await this.identify();
    if (this.opened?.identity !== identity) {
      await this.close();
      this.opened = { identity, reader: this.openReader(this.file) };
      // A failed opening is not kept: the next request tries again.
      this.opened.reader.catch(() => (this.opened = undefined));
    }
    return this.opened.reader;
  }

  async close(): Promise<void> {
    const { opened } = this;
    this.opened = undefined;
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
