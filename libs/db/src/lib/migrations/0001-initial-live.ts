import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of the live store, as the entities describe them (a test compares the two). */
const TABLES = [
  `CREATE TABLE "active_sessions" (
    "id" integer PRIMARY KEY NOT NULL,
    "server" text NOT NULL,
    "product" text NOT NULL,
    "editor" text NOT NULL,
    "user" text NOT NULL,
    "host" text NOT NULL,
    "display" text,
    "client_id" integer,
    "model" integer NOT NULL,
    "quantity" integer NOT NULL,
    "started_at" integer,
    "uncertain_since" integer
  )`,
  `CREATE TABLE "live_state" (
    "id" integer PRIMARY KEY NOT NULL,
    "last_event_id" integer NOT NULL
  )`,
  `CREATE TABLE "monitor_status" (
    "server" text PRIMARY KEY NOT NULL,
    "state" text NOT NULL,
    "problem" text,
    "reported_at" integer NOT NULL,
    "log_directory" text NOT NULL,
    "log_pattern" text NOT NULL,
    "bytes_total" integer NOT NULL,
    "bytes_read" integer NOT NULL
  )`,
];

export class InitialLive1763956800001 implements MigrationInterface {
  readonly name = 'InitialLive1763956800001';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('delete the live store instead: the monitor rebuilds it');
  }
}
