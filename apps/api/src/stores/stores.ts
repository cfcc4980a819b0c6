import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  HistoryReader,
  historyPlace,
  isPostgres,
  LiveReader,
  livePlace,
  type StoreSettings,
} from '@license-monitor/db';
import { ProblemError } from '../http/problem';
import type { RequestsInFlight } from '../http/requests-in-flight';
import type { ApiSettings } from '../settings';
import { StoreHandle } from './store-handle';

/** A slow question does not hold up the quick ones. */
const CONNECTIONS = 3;

/** The two stores, read-only. */
@Injectable()
export class Stores implements OnApplicationShutdown {
  private readonly historyHandle: StoreHandle<HistoryReader>;
  private readonly liveHandle: StoreHandle<LiveReader>;

  constructor(
    settings: StoreSettings & Pick<ApiSettings, 'QUERY_TIMEOUT'>,
    requests: RequestsInFlight,
  ) {
    const options = { timeoutMs: settings.QUERY_TIMEOUT * 1000, connections: CONNECTIONS };
    const openHistory = async (place: string) =>
      withTables(await HistoryReader.open(place, options), place);
    const openLive = async (place: string) => withTables(await LiveReader.open(place), place);
    this.historyHandle = new StoreHandle(historyPlace(settings), openHistory, requests);
    this.liveHandle = new StoreHandle(livePlace(settings), openLive, requests);
  }

  /** @throws ProblemError LM_STORE_NOT_READY while the monitor has not made the store. */
  history(): Promise<HistoryReader> {
    return this.historyHandle.reader();
  }

  /** @throws ProblemError LM_STORE_NOT_READY while the monitor has not made the store. */
  live(): Promise<LiveReader> {
    return this.liveHandle.reader();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.historyHandle.close();
    await this.liveHandle.close();
  }
}

/** What SQLite and PostgreSQL say where a table is not there, or may not be known of. */
const NO_TABLE = /no such table|relation "[^"]+" does not exist|permission denied for/;

/** A reader whose tables are there; a file comes before its tables. */
async function withTables<Reader extends HistoryReader | LiveReader>(
  reader: Reader,
  place: string,
): Promise<Reader> {
  try {
    await reader.lastEventId();
    return reader;
  } catch (error) {
    await reader.close();
    // Only reading the tables can tell whether they are there yet.
    if (!NO_TABLE.test(String(error))) throw error;
    // PostgreSQL hides the tables of a schema from whoever may not use it.
    const doubt = isPostgres(place)
      ? ', or the role in DATABASE_URL may not read them: grant it that (docs/postgresql.md, Roles)'
      : '';
    throw new ProblemError(
      'LM_STORE_NOT_READY',
      `The monitor is still creating its tables${doubt}.`,
    );
  }
}
