import type { Fact } from './fact';
import type { LogEntry } from './log-entry';
import type { LogLine } from './log-journal';
import { ProductAccount } from './product-account';
import type { ProductSpec, Scenario } from './scenario';
import type { DenialTruth, SessionTruth, Truth } from './truth';

/** Keeps the truth of the lines written, line by line. */
export class Ledger {
  readonly #from: number;
  readonly #keepsClosed: boolean;
  readonly #accounts: ReadonlyMap<ProductSpec, ProductAccount>;
  readonly #notOwned: Map<string, number>;
  /** All sessions in order of their Grant lines, when closed ones are kept; else empty. */
  readonly #sessions: SessionTruth[] = [];
  /** The open ones in the same order, when closed ones are not kept; else empty. */
  readonly #open = new Set<SessionTruth>();
  readonly #denials: DenialTruth[] = [];
  readonly #files: string[] = [];
  #file = '';
  #lines = 0;
  #events = 0;
  #serverStarts = 0;
  #serverStops = 0;

  constructor(scenario: Scenario, keepsClosed: boolean) {
    this.#from = scenario.from;
    this.#keepsClosed = keepsClosed;
    this.#accounts = new Map(
      scenario.products.map((product) => [product, new ProductAccount(product, scenario.from)]),
    );
    this.#notOwned = new Map(scenario.notOwned.codes.map((code) => [code, 0]));
  }

  /** Books a line that was written for an entry. */
  book(line: LogLine, { fact }: LogEntry): void {
    this.#lines += 1;
    if (line.file !== this.#file) {
      this.#file = line.file;
      this.#files.push(line.file);
    }
    if (fact === null) return;
    this.#events += 1;
    this.#bookFact(fact, line.at);
  }

  /** What is true up to an instant (epoch ms) not before the last line's. */
  truth(until: number): Truth {
    return {
      from: this.#from,
      until,
      sessions: this.#kept().map((session) => ({ ...session })),
      denials: [...this.#denials],
      products: Array.from(this.#accounts.values(), (account) => account.truth(until)),
      notOwned: Array.from(this.#notOwned, ([product, denials]) => ({ product, denials })),
      files: [...this.#files],
      lines: this.#lines,
      events: this.#events,
      serverStarts: this.#serverStarts,
      serverStops: this.#serverStops,
    };
  }

  #bookFact(fact: Fact, at: number): void {
    switch (fact.kind) {
      case 'grant':
        this.#grant(fact, at);
        break;
      case 'end':
        this.#close(fact, at);
        break;
      case 'denial':
        this.#deny(fact, at);
        break;
      case 'serverStart':
        this.#serverStarts += 1;
        break;
      case 'serverStop':
        this.#serverStops += 1;
        break;
    }
  }

  #kept(): readonly SessionTruth[] {
    return this.#keepsClosed ? this.#sessions : [...this.#open];
  }

  #grant({ grant }: Fact & { kind: 'grant' }, at: number): void {
    const session = this.#accountOf(grant.product).open(grant, at);
    if (this.#keepsClosed) this.#sessions.push(session);
    else this.#open.add(session);
  }

  #close({ grant, closedBy }: Fact & { kind: 'end' }, at: number): void {
    const account = this.#accountOf(grant.product);
    const session = account.close(grant.client.sessionId, at, closedBy);
    this.#open.delete(session);
  }

  #deny({ product, workplace, reason }: Fact & { kind: 'denial' }, at: number): void {
    const { code } = product;
    const notOwned = this.#notOwned.get(code);
    if (reason === 'no license enrolled') this.#notOwned.set(code, (notOwned ?? 0) + 1);
    else this.#accountOf(product).deny();
    if (!this.#keepsClosed) return;
    const { user, host, computerId } = workplace;
    this.#denials.push({ at, product: code, user, host, computerId, reason });
  }

  #accountOf(product: ProductSpec): ProductAccount {
    const account = this.#accounts.get(product);
    if (account === undefined) throw new RangeError(`${product.code} is not in the scenario.`);
    return account;
  }
}
