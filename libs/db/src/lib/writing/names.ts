import type { ClientRef } from '@license-monitor/log-parser';
import type { NumberedTable, QueryRunner } from '../engine/query-runner';
import { toNameKey } from '../name-key';
import type { NewEvent } from './chunk';
import { NameTable, type NewName } from './name-table';

/** The longest name that is kept, in characters: nothing real comes near, a hostile line may. */
const MAX_NAME = 256;
/** Of a path or a sentence, in characters and in bytes: all of a key has to fit into an index. */
const MAX_LONG = 1024;
const MAX_LONG_BYTES = 1500;

/** PostgreSQL cannot hold the character of the code 0. */
const clean = (text: string) =>
  text.includes('\u0000') ? text.replaceAll('\u0000', '\ufffd') : text;

const cap = (text: string | null) => clean((text ?? '').slice(0, MAX_NAME));

function capLong(text: string): string {
  const cut = clean(text.slice(0, MAX_LONG));
  return Buffer.byteLength(cut) <= MAX_LONG_BYTES
    ? cut
    : Buffer.from(cut).subarray(0, MAX_LONG_BYTES).toString();
}

/** Where a licence was asked for: numbers of the machine, and of the machine with its display. */
export interface PlaceIds {
  readonly hostId: number | null;
  readonly clientId: number | null;
}

const NOWHERE: PlaceIds = { hostId: null, clientId: null };

/** Numbers by spellings as they come: to normalise one for each line would take longer than the rest. */
class Spellings {
  private readonly ids = new Map<string, number>();

  constructor(private readonly find: (spelling: string) => number) {}

  idOf(spelling: string): number {
    const known = this.ids.get(spelling);
    if (known !== undefined) return known;
    const id = this.find(spelling);
    if (spelling.length <= MAX_NAME) this.ids.set(spelling, id);
    return id;
  }
}

/** What a client of one object came to: the parser gives the same one for lines of the same machine. */
interface KnownPlace extends PlaceIds {
  readonly ip: string | null;
}

/** All names of the history. Same spelling, same number. */
export class Names {
  private readonly products: NameTable;
  private readonly users: NameTable;
  private readonly hosts: NameTable;
  private readonly clients: NameTable;
  private readonly programs: NameTable;
  private readonly terms: NameTable;
  private readonly internalIds: NameTable;
  private readonly texts: NameTable;
  private readonly userSpellings = new Spellings((name) =>
    this.users.idOf(cap(name), toNameKey(cap(name))),
  );
  private readonly hostSpellings = new Spellings((name) =>
    this.hosts.idOf(cap(name), toNameKey(cap(name))),
  );
  private readonly internalIdSpellings = new Spellings((text) =>
    this.internalIds.idOf(capLong(text)),
  );
  private readonly places = new WeakMap<object, KnownPlace>();

  /** @param isShared whether others may add names. */
  constructor(private readonly isShared = false) {
    const table = (name: NumberedTable, columns: readonly string[], key = columns) =>
      new NameTable(name, columns, key, isShared);
    this.products = table('products', ['editor', 'code']);
    this.users = table('users', ['name', 'name_key'], ['name_key']);
    this.hosts = table('hosts', ['name', 'name_key'], ['name_key']);
    const machine = ['host_id', 'computer_id', 'ip'];
    this.clients = table('clients', [...machine, 'display'], machine);
    this.programs = table('programs', ['executable', 'version']);
    this.terms = table('license_terms', ['customer', 'slot_x', 'flag']);
    this.internalIds = table('internal_ids', ['text']);
    this.texts = table('event_texts', ['text']);
  }

  private get tables(): NameTable[] {
    const { products, users, hosts, clients, programs, terms, internalIds, texts } = this;
    return [products, users, hosts, clients, programs, terms, internalIds, texts];
  }

  /** Whether names are new since the last time they were saved. */
  get hasNew(): boolean {
    return this.tables.some((table) => table.hasNew);
  }

  async load(runner: QueryRunner): Promise<void> {
    for (const table of this.tables) await table.load(runner);
  }

  /**
   * Writes the names that are new since the last time. They are taken all at once: meanwhile others
   * may come, and none may be written before what it names.
   */
  async save(runner: QueryRunner): Promise<void> {
    const added = this.tables.map((table) => ({ table, names: table.takeNew() }));
    for (const { table, names } of added) {
      await table.save(runner, table === this.clients ? this.withSettledHosts(names) : names);
    }
  }

  /** Events with the numbers that their names have now that they are saved. */
  settle(events: readonly NewEvent[]): readonly NewEvent[] {
    return this.isShared ? events.map((event) => this.settleOne(event)) : events;
  }

  private settleOne(event: NewEvent): NewEvent {
    return {
      ...event,
      productId: this.products.settledId(event.productId),
      userId: this.users.settledId(event.userId),
      hostId: this.hosts.settledId(event.hostId),
      clientId: this.clients.settledId(event.clientId),
      termsId: this.terms.settledId(event.termsId),
      internalId: this.internalIds.settledId(event.internalId),
      programId: this.programs.settledId(event.programId),
      textId: this.texts.settledId(event.textId),
    };
  }

  private withSettledHosts(clients: readonly NewName[]): NewName[] {
    return clients.map(({ id, name: [hostId, ...rest] }) => ({
      id,
      name: [this.hosts.settledId(Number(hostId)), ...rest],
    }));
  }

  productId(editor: string | null, code: string): number {
    return this.products.idOf(cap(editor), cap(code));
  }

  userId(name: string | null): number | null {
    if (name === null) return null;
    return this.userSpellings.idOf(name);
  }

  placeIds(
    client: Pick<ClientRef, 'host' | 'computerId' | 'display'> | null,
    ip: string | null,
  ): PlaceIds {
    if (client === null) return NOWHERE;
    const known = this.places.get(client);
    if (known?.ip === ip) return known;
    const hostId = this.hostSpellings.idOf(client.host);
    const computerId = cap(client.computerId).toLowerCase();
    const clientId = this.clients.idOf(hostId, computerId, cap(ip), client.display);
    const place = { ip, hostId, clientId };
    this.places.set(client, place);
    return place;
  }

  programId(executable: string | null, version: string | null): number | null {
    if (executable === null && version === null) return null;
    return this.programs.idOf(capLong(executable ?? ''), cap(version));
  }

  termsId(customer: string | null, slotX: string | null, flag: string | null): number | null {
    if (customer === null && slotX === null && flag === null) return null;
    return this.terms.idOf(cap(customer), cap(slotX), cap(flag));
  }

  internalIdId(text: string | null): number | null {
    return text === null ? null : this.internalIdSpellings.idOf(text);
  }

  textId(text: string | null): number | null {
    return text === null ? null : this.texts.idOf(capLong(text));
  }

  product(id: number): { readonly editor: string; readonly code: string } {
    const [editor, code] = this.products.nameOf(id);
    return { editor: String(editor), code: String(code) };
  }

  user(id: number | null): string {
    return id === null ? '' : String(this.users.nameOf(id)[0]);
  }

  host(id: number | null): string {
    return id === null ? '' : String(this.hosts.nameOf(id)[0]);
  }

  display(clientId: number | null): string | null {
    const display = clientId === null ? null : this.clients.nameOf(clientId)[3];
    return display === null || display === undefined ? null : String(display);
  }
}
