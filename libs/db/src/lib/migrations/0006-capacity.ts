import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a site owns, as it was reported. Like events, a report is never changed or removed. */
export class Capacity1764000000006 implements MigrationInterface {
  readonly name = 'Capacity1764000000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...TRIGGERS]) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('the history is never taken down: restore a backup instead');
  }
}

const TABLES = [
  `CREATE TABLE "capacity_reports" (
    "id" integer PRIMARY KEY NOT NULL,
    "server_id" integer NOT NULL,
    "source" integer NOT NULL,
    "origin" text NOT NULL,
    "taken_at" integer NOT NULL,
    "last_seen_at" integer NOT NULL,
    "content_hash" text NOT NULL
  )`,
  `CREATE UNIQUE INDEX "ux_capacity_reports_content"
    ON "capacity_reports" ("server_id", "source", "taken_at", "content_hash")`,
  `CREATE TABLE "capacity_pools" (
    "id" integer PRIMARY KEY NOT NULL,
    "report_id" integer NOT NULL,
    "product_id" integer NOT NULL,
    "model" integer NOT NULL,
    "seats" integer,
    "valid_from" integer,
    "valid_to" integer,
    "pool_key" text NOT NULL,
    "expires" text
  )`,
  `CREATE INDEX "ix_capacity_pools_report_id"
    ON "capacity_pools" ("report_id")`,
  `CREATE TABLE "use_snapshots" (
    "server_id" integer NOT NULL,
    "product_id" integer NOT NULL,
    "model" integer NOT NULL,
    "at" integer NOT NULL,
    "in_use" integer NOT NULL,
    PRIMARY KEY ("server_id", "product_id", "model", "at")
  ) WITHOUT ROWID`,
  `CREATE TABLE "capacity_failures" (
    "id" integer PRIMARY KEY NOT NULL,
    "server_id" integer NOT NULL,
    "source" integer,
    "origin" text NOT NULL,
    "at" integer NOT NULL,
    "reason" text NOT NULL,
    "text" text NOT NULL
  )`,
];

/** Only when an equal report was seen last may move. */
const TRIGGERS = [
  `CREATE TRIGGER "capacity_reports_refuse_update"
   BEFORE UPDATE OF id, server_id, source, origin, taken_at, content_hash ON "capacity_reports"
   BEGIN SELECT RAISE(ABORT, 'capacity_reports is append-only: UPDATE refused'); END`,
  `CREATE TRIGGER "capacity_reports_refuse_delete" BEFORE DELETE ON "capacity_reports"
   BEGIN SELECT RAISE(ABORT, 'capacity_reports is append-only: DELETE refused'); END`,
  `CREATE TRIGGER "capacity_pools_refuse_update" BEFORE UPDATE ON "capacity_pools"
   BEGIN SELECT RAISE(ABORT, 'capacity_pools is append-only: UPDATE refused'); END`,
  `CREATE TRIGGER "capacity_pools_refuse_delete" BEFORE DELETE ON "capacity_pools"
   BEGIN SELECT RAISE(ABORT, 'capacity_pools is append-only: DELETE refused'); END`,
];
