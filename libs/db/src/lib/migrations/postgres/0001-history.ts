import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_MONTH } from '../../engine/month-partitions';
import { FUNCTIONS, SEQUENCES } from './functions';

/*
 * The tables of the history as the entities describe them (a test compares the two). Whole numbers are
 * `bigint`; texts compare by their bytes, as in SQLite, whatever the locale of the server.
 */
const EVENTS = [
  // The key of a partitioned table has to contain what it is partitioned by.
  `CREATE TABLE license_events (
    id bigint NOT NULL, server_id bigint NOT NULL, stream_id bigint,
    byte_offset bigint, byte_length bigint, wall_at bigint NOT NULL, at bigint NOT NULL,
    time_flag bigint, type bigint NOT NULL, product_id bigint, user_id bigint, client_id bigint,
    session_id text COLLATE "C", model bigint, quantity bigint, terms_id bigint, internal_id bigint,
    program_id bigint, process_id bigint, reason bigint, text_id bigint, swept_id bigint,
    faults bigint NOT NULL, line_hash bigint NOT NULL, occurrence bigint NOT NULL,
    PRIMARY KEY (id, wall_at)
  ) PARTITION BY RANGE (wall_at)`,
  `CREATE TABLE license_events_before_2000 PARTITION OF license_events
    FOR VALUES FROM (MINVALUE) TO (${FIRST_MONTH})`,
  `CREATE UNIQUE INDEX ux_license_events_line
    ON license_events (server_id, wall_at, line_hash, occurrence)`,
  `CREATE INDEX ix_license_events_at ON license_events (at)`,
  `CREATE INDEX ix_license_events_denials ON license_events (at) WHERE type = 3`,
  `CREATE INDEX ix_license_events_denials_product
    ON license_events (product_id, at) WHERE type = 3`,
  `CREATE INDEX ix_license_events_server_state ON license_events (server_id) WHERE type IN (4, 5)`,
  `CREATE INDEX ix_license_events_outages
    ON license_events (server_id, at) WHERE type IN (4, 5, 6, 7)`,
];

const LINES = [
  `CREATE TABLE server_messages (
    id bigint PRIMARY KEY, server_id bigint NOT NULL, stream_id bigint NOT NULL,
    byte_offset bigint NOT NULL, byte_length bigint NOT NULL, wall_at bigint NOT NULL,
    at bigint NOT NULL, level text COLLATE "C", category text COLLATE "C",
    text text COLLATE "C" NOT NULL, line_hash bigint NOT NULL, occurrence bigint NOT NULL
  )`,
  `CREATE UNIQUE INDEX ux_server_messages_line
    ON server_messages (server_id, wall_at, line_hash, occurrence)`,
  `CREATE TABLE quarantined_lines (
    id bigint PRIMARY KEY, server_id bigint NOT NULL, stream_id bigint NOT NULL,
    byte_offset bigint NOT NULL, byte_length bigint NOT NULL, reason text COLLATE "C" NOT NULL,
    bytes bytea NOT NULL, seen_at bigint NOT NULL
  )`,
  `CREATE UNIQUE INDEX ux_quarantined_lines_place ON quarantined_lines (stream_id, byte_offset)`,
];

const SESSIONS = [
  `CREATE TABLE license_sessions (
    id bigint PRIMARY KEY, server_id bigint NOT NULL, product_id bigint NOT NULL, user_id bigint,
    host_id bigint, client_id bigint, session_id text COLLATE "C", model bigint NOT NULL,
    quantity bigint NOT NULL, started_at bigint, ended_at bigint, closed_by bigint,
    end_uncertainty_ms bigint NOT NULL, end_event_id bigint, uncertain_since bigint,
    is_negative bigint NOT NULL, granted_by text COLLATE "C", ended_by text COLLATE "C"
  )`,
  `CREATE INDEX ix_license_sessions_ended_at ON license_sessions (ended_at)`,
  `CREATE INDEX ix_license_sessions_end_event_id ON license_sessions (end_event_id)`,
  `CREATE INDEX ix_license_sessions_swept ON license_sessions (closed_by) WHERE closed_by >= 2`,
  `CREATE INDEX ix_license_sessions_open ON license_sessions (server_id) WHERE ended_at IS NULL`,
  `CREATE INDEX ix_license_sessions_user ON license_sessions (user_id, started_at)`,
  `CREATE INDEX ix_license_sessions_start_unknown
    ON license_sessions (ended_at) WHERE started_at IS NULL`,
  `CREATE INDEX ix_license_sessions_negative ON license_sessions (ended_at) WHERE is_negative = 1`,
  `CREATE INDEX ix_license_sessions_short
    ON license_sessions (started_at) WHERE ended_at - started_at <= 86400000`,
  `CREATE INDEX ix_license_sessions_long
    ON license_sessions (ended_at) WHERE ended_at - started_at > 86400000`,
  `CREATE TABLE use_days (
    server_id bigint NOT NULL, product_id bigint NOT NULL, model bigint NOT NULL,
    day bigint NOT NULL, part bigint NOT NULL, in_use_before bigint NOT NULL,
    in_use bigint NOT NULL, last_at bigint NOT NULL, steps bytea NOT NULL,
    PRIMARY KEY (server_id, product_id, model, day, part)
  )`,
  `CREATE INDEX ix_use_days_day ON use_days (day)`,
];

const NAMES = [
  `CREATE TABLE products (id bigint PRIMARY KEY, editor text COLLATE "C" NOT NULL,
    code text COLLATE "C" NOT NULL)`,
  `CREATE UNIQUE INDEX ux_products_editor_code ON products (editor, code)`,
  `CREATE TABLE users (id bigint PRIMARY KEY, name text COLLATE "C" NOT NULL,
    name_key text COLLATE "C" NOT NULL)`,
  `CREATE UNIQUE INDEX ux_users_name_key ON users (name_key)`,
  `CREATE TABLE hosts (id bigint PRIMARY KEY, name text COLLATE "C" NOT NULL,
    name_key text COLLATE "C" NOT NULL)`,
  `CREATE UNIQUE INDEX ux_hosts_name_key ON hosts (name_key)`,
  `CREATE TABLE clients (id bigint PRIMARY KEY, host_id bigint NOT NULL,
    computer_id text COLLATE "C" NOT NULL, ip text COLLATE "C" NOT NULL, display text COLLATE "C")`,
  `CREATE UNIQUE INDEX ux_clients_host_computer_ip ON clients (host_id, computer_id, ip)`,
  `CREATE TABLE programs (id bigint PRIMARY KEY, executable text COLLATE "C" NOT NULL,
    version text COLLATE "C" NOT NULL)`,
  `CREATE UNIQUE INDEX ux_programs_executable_version ON programs (executable, version)`,
  `CREATE TABLE license_terms (id bigint PRIMARY KEY, customer text COLLATE "C" NOT NULL,
    slot_x text COLLATE "C" NOT NULL, flag text COLLATE "C" NOT NULL)`,
  `CREATE UNIQUE INDEX ux_license_terms_all ON license_terms (customer, slot_x, flag)`,
  `CREATE TABLE internal_ids (id bigint PRIMARY KEY, text text COLLATE "C" NOT NULL)`,
  `CREATE UNIQUE INDEX ux_internal_ids_text ON internal_ids (text)`,
  `CREATE TABLE event_texts (id bigint PRIMARY KEY, text text COLLATE "C" NOT NULL)`,
  `CREATE UNIQUE INDEX ux_event_texts_text ON event_texts (text)`,
];

const SERVERS = [
  `CREATE TABLE servers (id bigint PRIMARY KEY, name text COLLATE "C" NOT NULL,
    time_zone text COLLATE "C" NOT NULL, is_demo bigint NOT NULL, cluster_id bigint,
    has_stale_sessions bigint NOT NULL DEFAULT 0)`,
  `CREATE UNIQUE INDEX ux_servers_name ON servers (name)`,
  `CREATE TABLE log_streams (
    id bigint PRIMARY KEY, server_id bigint NOT NULL, path text COLLATE "C" NOT NULL,
    dev text COLLATE "C" NOT NULL, ino text COLLATE "C" NOT NULL, head bytea NOT NULL,
    anchor bytea NOT NULL, start_offset bigint NOT NULL, byte_offset bigint NOT NULL,
    state text COLLATE "C" NOT NULL, last_wall_at bigint, is_second_pass bigint NOT NULL,
    first_line_at bigint, last_line_at bigint, lines bigint NOT NULL, events bigint NOT NULL,
    messages bigint NOT NULL, quarantined bigint NOT NULL, duplicates bigint NOT NULL,
    event_bytes bigint NOT NULL, message_bytes bigint NOT NULL, quarantined_bytes bigint NOT NULL,
    duplicate_bytes bigint NOT NULL
  )`,
  `CREATE INDEX ix_log_streams_server_id ON log_streams (server_id)`,
  `CREATE TABLE writer_lease (id bigint PRIMARY KEY, epoch bigint NOT NULL,
    holder text COLLATE "C" NOT NULL, taken_at bigint NOT NULL)`,
];

const CAPACITY = [
  `CREATE TABLE capacity_reports (
    id bigint PRIMARY KEY, server_id bigint NOT NULL, source bigint NOT NULL,
    origin text COLLATE "C" NOT NULL, taken_at bigint NOT NULL, last_seen_at bigint NOT NULL,
    content_hash text COLLATE "C" NOT NULL
  )`,
  `CREATE UNIQUE INDEX ux_capacity_reports_content
    ON capacity_reports (server_id, source, taken_at, content_hash)`,
  `CREATE TABLE capacity_pools (
    id bigint PRIMARY KEY DEFAULT nextval('capacity_pools_ids'), report_id bigint NOT NULL,
    product_id bigint NOT NULL, model bigint NOT NULL, seats bigint, valid_from bigint,
    valid_to bigint, pool_key text COLLATE "C" NOT NULL, expires text COLLATE "C"
  )`,
  `CREATE INDEX ix_capacity_pools_report_id ON capacity_pools (report_id)`,
  `CREATE TABLE use_snapshots (
    server_id bigint NOT NULL, product_id bigint NOT NULL, model bigint NOT NULL,
    at bigint NOT NULL, in_use bigint NOT NULL, PRIMARY KEY (server_id, product_id, model, at)
  )`,
  `CREATE TABLE capacity_failures (
    id bigint PRIMARY KEY, server_id bigint NOT NULL, source bigint,
    origin text COLLATE "C" NOT NULL, at bigint NOT NULL, reason text COLLATE "C" NOT NULL,
    text text COLLATE "C" NOT NULL
  )`,
];

/** Events and reports are append-only: the database itself refuses to change or remove one. */
const guard = (table: string, columns = '') => [
  `CREATE TRIGGER ${table}_refuse_change BEFORE DELETE OR UPDATE ${columns} ON ${table}
    FOR EACH ROW EXECUTE FUNCTION refuse_change('${table}')`,
  `CREATE TRIGGER ${table}_refuse_truncate BEFORE TRUNCATE ON ${table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('${table}')`,
];

const GUARDS = [
  ...guard('license_events'),
  // Only when an equal report was seen last may move.
  ...guard('capacity_reports', 'OF id, server_id, source, origin, taken_at, content_hash'),
  ...guard('capacity_pools'),
];

/** All that the history of SQLite came to up to its migration 0008. */
export class PostgresHistory1764000000009 implements MigrationInterface {
  readonly name = 'PostgresHistory1764000000009';

  async up(queryRunner: QueryRunner): Promise<void> {
    const tables = [...EVENTS, ...LINES, ...SESSIONS, ...NAMES, ...SERVERS, ...CAPACITY];
    for (const statement of [...SEQUENCES, ...tables, ...FUNCTIONS, ...GUARDS]) {
      await queryRunner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('the history is never taken down: restore a backup instead');
  }
}
