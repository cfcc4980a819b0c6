import type { ClientRef } from '@license-monitor/log-parser';
import type { QueryRunner } from 'typeorm';
import { toNameKey } from '../name-key';
import { insertRows } from './insert-rows';
import { NameTable } from './name-table';

/** The longest name that is kept, in characters: nothing real comes near, a hostile line may. */
const MAX_NAME = 256;

const cap = (text: string | null) => (text ?? '').slice(0, MAX_NAME);

/** Where a licence was asked for: numbers of the machine, and of the machine with its display. */
export interface PlaceIds {
  readonly hostId: number | null;
  readonly clientId: number | null;
}

const NOWHERE: PlaceIds = { hostId: null, clientId: null };

/** All names of the history. Same spelling, same number. */
export class Names {
  private readonly products = new NameTable('products', ['editor', 'code']);
  private readonly users = new NameTable('users', ['name', 'name_key'], ([, key]) => `${key}`);
  private readonly hosts = new NameTable('hosts', ['name', 'name_key'], ([, key]) => `${key}`);
  private readonly clients = new NameTable(
    'clients',
    ['host_id', 'computer_id', 'ip', 'display'],
    ([host, computer, ip]) => `${host} ${computer} ${ip}`,
  );
  private readonly programs = new NameTable('programs', ['executable', 'version']);
  private readonly terms = new NameTable('license_terms', ['customer', 'slot_x', 'flag']);
  private readonly internalIds = new NameTable('internal_ids', ['text']);
  private readonly texts = new NameTable('event_texts', ['text']);

  private get tables(): NameTable[] {
    const { products, users, hosts, clients, programs, terms, internalIds, texts } = this;
    return [products, users, hosts, clients, programs, terms, internalIds, texts];
  }

  async load(runner: QueryRunner): Promise<void> {
    for (const table of this.tables) await table.load(runner);
  }

  /**
   * Writes the names that are new since the last time. They are taken all at once: meanwhile others
   * may come, and none may be written before what it names.
   */
  async save(runner: QueryRunner): Promise<void> {
    const added = this.tables.map((table) => table.takeNew());
    for (const { target, rows } of added) await insertRows(runner, target, rows);
  }

  productId(editor: string | null, code: string): number {
    return this.products.idOf(cap(editor), cap(code));
  }

  userId(name: string | null): number | null {
    if (name === null) return null;
    return this.users.idOf(cap(name), toNameKey(cap(name)));
  }

  placeIds(
    client: Pick<ClientRef, 'host' | 'computerId' | 'display'> | null,
    ip: string | null,
  ): PlaceIds {
    if (client === null) return NOWHERE;
    const host = cap(client.host);
    const hostId = this.hosts.idOf(host, toNameKey(host));
    const computerId = cap(client.computerId).toLowerCase();
    return { hostId, clientId: this.clients.idOf(hostId, computerId, cap(ip), client.display) };
  }

  programId(executable: string | null, version: string | null): number | null {
    if (executable === null && version === null) return null;
    return this.programs.idOf((executable ?? '').slice(0, 4 * MAX_NAME), cap(version));
  }

  termsId(customer: string | null, slotX: string | null, flag: string | null): number | null {
    if (customer === null && slotX === null && flag === null) return null;
    return this.terms.idOf(cap(customer), cap(slotX), cap(flag));
  }

  internalIdId(text: string | null): number | null {
    return text === null ? null : this.internalIds.idOf(text.slice(0, 4 * MAX_NAME));
  }

  textId(text: string | null): number | null {
    return text === null ? null : this.texts.idOf(text.slice(0, 4 * MAX_NAME));
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
