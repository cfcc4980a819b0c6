import { headerOf, type LogEntry } from '../log-entry';
import { POLL_ENTRIES, START_ENTRIES, STOP_ENTRY } from '../server-entries';
import type { Workplace } from '../workplace';
import type { CaseProduct, CaseSession, LinePlace, RefusalReason } from './case-facts';
import type { CaseFiles } from './case-files';
import { refusalMessage, usageMessage, type UsageAction } from './case-lines';
import type { CaseRecord } from './case-record';

const USAGE = headerOf('I', 'USGTRACING');
const REFUSAL = headerOf('W', 'LICENSESERV');

/** What a grant may say beside who gets what. */
export interface GrantOptions {
  /** Licences, tokens or credits; 1 by default. */
  readonly quantity?: number;
  /** A session of the same client program: the grant has its session id. */
  readonly sameClientAs?: CaseSession;
}

/** What one log may say at one instant; each call writes one line, or the lines of a start or a poll. */
export interface CaseMoment {
  /** The server comes up; the log goes on in a new file. */
  start(): void;
  /** The server is stopped properly. */
  stop(): void;
  /** The log goes on in a new file although the server was not restarted. */
  rotate(): void;
  /** An administrator asks for the usage. */
  poll(): void;
  grant(product: CaseProduct, workplace: Workplace, options?: GrantOptions): CaseSession;
  /** The client gives back what it was granted. */
  detach(session: CaseSession): void;
  /** The server takes back what it granted. */
  timeOut(session: CaseSession): void;
  /** A detachment whose grant is not in the log. */
  detachUnknown(product: CaseProduct, workplace: Workplace): void;
  /** A timeout whose grant is not in the log. */
  timeOutUnknown(product: CaseProduct, workplace: Workplace): void;
  /** A member of a cluster writes down a grant, or an end, that another one told of. */
  repeat(action: UsageAction, session: CaseSession): void;
  refuse(product: CaseProduct, workplace: Workplace, reason?: RefusalReason): void;
}

/** Who may write into a log, and where what it means is kept. */
export interface CaseLogOptions {
  readonly files: CaseFiles;
  readonly record: CaseRecord;
  /** Whether usage lines have a customer field (log-format.md §2.3). */
  readonly hasCustomer: boolean;
}

/** The log of one server, or of one member of a cluster. */
export class CaseLog {
  readonly #options: CaseLogOptions;

  constructor(options: CaseLogOptions) {
    this.#options = options;
  }

  /** What the log says at an instant (UTC ms), which is not before any other line of the script. */
  at(instant: number): CaseMoment {
    const { files, record } = this.#options;
    const write = (entry: Pick<LogEntry, 'text'>): LinePlace => {
      const place = record.placeOf(instant);
      files.write(instant, entry);
      return place;
    };
    const use = (action: UsageAction, session: Parameters<typeof usageMessage>[1]): LinePlace =>
      write({ text: USAGE + usageMessage(action, session, this.#options.hasCustomer) });
    return {
      start: () => {
        files.open(instant);
        const [first] = START_ENTRIES.map(write);
        if (first !== undefined) record.restart(first);
      },
      stop: () => record.restart(write(STOP_ENTRY)),
      rotate: () => files.open(instant),
      poll: () => POLL_ENTRIES.forEach(write),
      grant: (product, workplace, { quantity = 1, sameClientAs } = {}) => {
        const sessionId = sameClientAs?.sessionId ?? record.newSessionId(instant);
        const granted = { product, workplace, sessionId, quantity };
        return record.grant(granted, use('Grant', granted));
      },
      detach: (session) => record.end(session, use('Detachment', session), 'detachment'),
      timeOut: (session) => record.end(session, use('TimeOut', session), 'timeout'),
      detachUnknown: (product, workplace) => {
        use('Detachment', record.orphan(product, workplace, instant));
      },
      timeOutUnknown: (product, workplace) => {
        use('TimeOut', record.orphan(product, workplace, instant));
      },
      repeat: (action, session) => void use(action, session),
      refuse: (product, workplace, reason = 'no more available license') => {
        write({ text: REFUSAL + refusalMessage(product, workplace, reason) });
        record.refuse({ code: product.code, user: workplace.user, reason, at: instant });
      },
    };
  }
}
