import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of the history, as the entities describe them (a test compares the two). */
const TABLES = [
  `CREATE TABLE "license_events" (
    "id" integer PRIMARY KEY NOT NULL,
    "server_id" integer NOT NULL,
    "stream_id" integer,
    "byte_offset" integer,
    "byte_length" integer,
    "wall_at" integer NOT NULL,
    "at" integer NOT NULL,
    "time_flag" integer,
    "type" integer NOT NULL,
    "product_id" integer,
    "user_id" integer,
    "client_id" integer,
    "session_id" text,
    "model" integer,
    "quantity" integer,
    "terms_id" integer,
    "internal_id" integer,
    "program_id" integer,
    "reason" integer,
    "text_id" integer,
    "swept_id" integer,
    "faults" integer NOT NULL,
    "line_hash" integer NOT NULL,
    "occurrence" integer NOT NULL
  )`,
  `CREATE INDEX "ix_license_events_at"
    ON "license_events" ("at")`,
  `CREATE UNIQUE INDEX "ux_license_events_line"
    ON "license_events" ("server_id", "wall_at", "line_hash", "occurrence")`,
  `CREATE INDEX "ix_license_events_denials"
    ON "license_events" ("at") WHERE type = 3`,
  `CREATE TABLE "server_messages" (
    "id" integer PRIMARY KEY NOT NULL,
    "server_id" integer NOT NULL,
    "stream_id" integer NOT NULL,
    "byte_offset" integer NOT NULL,
    "byte_length" integer NOT NULL,
    "wall_at" integer NOT NULL,
    "at" integer NOT NULL,
    "level" text,
    "category" text,
    "text" text NOT NULL,
    "line_hash" integer NOT NULL,
    "occurrence" integer NOT NULL
  )`,
  `CREATE UNIQUE INDEX "ux_server_messages_line"
    ON "server_messages" ("server_id", "wall_at", "line_hash", "occurrence")`,
  `CREATE TABLE "quarantined_lines" (
    "id" integer PRIMARY KEY NOT NULL,
    "server_id" integer NOT NULL,
    "stream_id" integer NOT NULL,
    "byte_offset" integer NOT NULL,
    "byte_length" integer NOT NULL,
    "reason" text NOT NULL,
    "bytes" blob NOT NULL,
    "seen_at" integer NOT NULL
  )`,
  `CREATE UNIQUE INDEX "ux_quarantined_lines_place"
    ON "quarantined_lines" ("stream_id", "byte_offset")`,
  `CREATE TABLE "license_sessions" (
    "id" integer PRIMARY KEY NOT NULL,
    "server_id" integer NOT NULL,
    "product_id" integer NOT NULL,
    "user_id" integer,
    "host_id" integer,
    "client_id" integer,
    "session_id" text,
    "model" integer NOT NULL,
    "quantity" integer NOT NULL,
    "started_at" integer,
    "ended_at" integer,
    "closed_by" integer,
    "end_uncertainty_ms" integer NOT NULL,
    "end_event_id" integer,
    "uncertain_since" integer,
    "is_negative" integer NOT NULL
  )`,
  `CREATE INDEX "ix_license_sessions_ended_at"
    ON "license_sessions" ("ended_at")`,
  `CREATE INDEX "ix_license_sessions_end_event_id"
    ON "license_sessions" ("end_event_id")`,
  `CREATE INDEX "ix_license_sessions_swept"
    ON "license_sessions" ("closed_by") WHERE closed_by >= 2`,
  `CREATE INDEX "ix_license_sessions_open"
    ON "license_sessions" ("server_id") WHERE ended_at IS NULL`,
  `CREATE TABLE "products" (
    "id" integer PRIMARY KEY NOT NULL,
    "editor" text NOT NULL,
    "code" text NOT NULL
  )`,
  `CREATE UNIQUE INDEX "ux_products_editor_code"
    ON "products" ("editor", "code")`,
  `CREATE TABLE "users" (
    "id" integer PRIMARY KEY NOT NULL,
    "name" text NOT NULL,
    "name_key" text NOT NULL
  )`,
  `CREATE UNIQUE INDEX "ux_users_name_key"
    ON "users" ("name_key")`,
  `CREATE TABLE "hosts" (
    "id" integer PRIMARY KEY NOT NULL,
    "name" text NOT NULL,
    "name_key" text NOT NULL
  )`,
  `CREATE UNIQUE INDEX "ux_hosts_name_key"
    ON "hosts" ("name_key")`,
  `CREATE TABLE "clients" (
    "id" integer PRIMARY KEY NOT NULL,
    "host_id" integer NOT NULL,
    "computer_id" text NOT NULL,
    "ip" text NOT NULL,
    "display" text
  )`,
  `CREATE UNIQUE INDEX "ux_clients_host_computer_ip"
    ON "clients" ("host_id", "computer_id", "ip")`,
  `CREATE TABLE "programs" (
    "id" integer PRIMARY KEY NOT NULL,
    "executable" text NOT NULL,
    "version" text NOT NULL
  )`,
  `CREATE UNIQUE INDEX "ux_programs_executable_version"
    ON "programs" ("executable", "version")`,
  `CREATE TABLE "license_terms" (
    "id" integer PRIMARY KEY NOT NULL,
    "customer" text NOT NULL,
    "slot_x" text NOT NULL,
    "flag" text NOT NULL
  )`,
  `CREATE UNIQUE INDEX "ux_license_terms_all"
    ON "license_terms" ("customer", "slot_x", "flag")`,
  `CREATE TABLE "internal_ids" (
    "id" integer PRIMARY KEY NOT NULL,
    "text" text NOT NULL
  )`,
  `CREATE UNIQUE INDEX "ux_internal_ids_text"
    ON "internal_ids" ("text")`,
  `CREATE TABLE "event_texts" (
    "id" integer PRIMARY KEY NOT NULL,
    "text" text NOT NULL
  )`,
  `CREATE UNIQUE INDEX "ux_event_texts_text"
    ON "event_texts" ("text")`,
  `CREATE TABLE "servers" (
    "id" integer PRIMARY KEY NOT NULL,
    "name" text NOT NULL,
    "time_zone" text NOT NULL,
    "is_demo" integer NOT NULL
  )`,
  `CREATE UNIQUE INDEX "ux_servers_name"
    ON "servers" ("name")`,
  `CREATE TABLE "log_streams" (
    "id" integer PRIMARY KEY NOT NULL,
    "server_id" integer NOT NULL,
    "path" text NOT NULL,
    "dev" text NOT NULL,
    "ino" text NOT NULL,
    "head" blob NOT NULL,
    "anchor" blob NOT NULL,
    "start_offset" integer NOT NULL,
    "byte_offset" integer NOT NULL,
    "state" text NOT NULL,
    "last_wall_at" integer,
    "is_second_pass" integer NOT NULL,
    "last_line_at" integer,
    "lines" integer NOT NULL,
    "events" integer NOT NULL,
    "messages" integer NOT NULL,
    "quarantined" integer NOT NULL,
    "duplicates" integer NOT NULL,
    "event_bytes" integer NOT NULL,
    "message_bytes" integer NOT NULL,
    "quarantined_bytes" integer NOT NULL,
    "duplicate_bytes" integer NOT NULL
  )`,
  `CREATE INDEX "ix_log_streams_server_id"
    ON "log_streams" ("server_id")`,
];

/** Events are append-only: the database itself refuses to change or remove one. */
const TRIGGERS = [
  `CREATE TRIGGER "license_events_refuse_update" BEFORE UPDATE ON "license_events"
   BEGIN SELECT RAISE(ABORT, 'license_events is append-only: UPDATE refused'); END`,
  `CREATE TRIGGER "license_events_refuse_delete" BEFORE DELETE ON "license_events"
   BEGIN SELECT RAISE(ABORT, 'license_events is append-only: DELETE refused'); END`,
];

export class InitialHistory1763956800001 implements MigrationInterface {
  readonly name = 'InitialHistory1763956800001';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...TRIGGERS]) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('the history is never taken down: restore a backup instead');
  }
}
