import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/*
 * Names are kept once and events hold their numbers: an event row stays narrow, and erasing or
 * pseudonymising a person touches one row and no event. `name_key` is the spelling without case,
 * by which two spellings are the same; `name` is the one seen first.
 */

@Entity('products')
@Index('ux_products_editor_code', ['editor', 'code'], { unique: true })
export class ProductRow {
  @PrimaryColumn({ type: 'integer' }) id: number;
  /** Publisher; empty when the log did not say, as in a denial. */
  @Column({ type: 'text' }) editor: string;
  @Column({ type: 'text' }) code: string;
}

@Entity('users')
export class UserRow {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @Column({ type: 'text' }) name: string;
  @Index('ux_users_name_key', { unique: true })
  @Column({ type: 'text', name: 'name_key' })
  nameKey: string;
}

@Entity('hosts')
export class HostRow {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @Column({ type: 'text' }) name: string;
  @Index('ux_hosts_name_key', { unique: true })
  @Column({ type: 'text', name: 'name_key' })
  nameKey: string;
}

/** A client machine with its display: what a floating licence is given to. */
@Entity('clients')
@Index('ux_clients_host_computer_ip', ['hostId', 'computerId', 'ip'], { unique: true })
export class ClientRow {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @Column({ type: 'integer', name: 'host_id' }) hostId: number;
  /** Hardware id, address and display as written; empty when the log did not say. */
  @Column({ type: 'text', name: 'computer_id' }) computerId: string;
  @Column({ type: 'text' }) ip: string;
  @Column({ type: 'text', nullable: true }) display: string | null;
}

/** A client program and its licensing code level. */
@Entity('programs')
@Index('ux_programs_executable_version', ['executable', 'version'], { unique: true })
export class ProgramRow {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @Column({ type: 'text' }) executable: string;
  @Column({ type: 'text' }) version: string;
}

/** The fields of a usage line whose meaning is not settled: customer, slot X, flag. */
@Entity('license_terms')
@Index('ux_license_terms_all', ['customer', 'slotX', 'flag'], { unique: true })
export class LicenseTermsRow {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @Column({ type: 'text' }) customer: string;
  @Column({ type: 'text', name: 'slot_x' }) slotX: string;
  @Column({ type: 'text' }) flag: string;
}

/** What the server calls the holder of a licence; names a person and a machine. */
@Entity('internal_ids')
export class InternalIdRow {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @Index('ux_internal_ids_text', { unique: true })
  @Column({ type: 'text' })
  text: string;
}

/** The log's own words in an event: the reason of a denial, the version of a server. */
@Entity('event_texts')
export class EventTextRow {
  @PrimaryColumn({ type: 'integer' }) id: number;
  @Index('ux_event_texts_text', { unique: true })
  @Column({ type: 'text' })
  text: string;
}
