import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of the live store, as the entities describe them (a test compares the two). */
const TABLES = [
  `CREATE TABLE active_sessions (
    id bigint PRIMARY KEY, server text COLLATE "C" NOT NULL, product text COLLATE "C" NOT NULL,
    editor text COLLATE "C" NOT NULL, "user" text COLLATE "C" NOT NULL,
    host text COLLATE "C" NOT NULL, display text COLLATE "C", client_id bigint,
    model bigint NOT NULL, quantity bigint NOT NULL, started_at bigint, uncertain_since bigint
  )`,
  `CREATE TABLE live_state (id bigint PRIMARY KEY, last_event_id bigint NOT NULL)`,
  `CREATE TABLE monitor_status (
    server text COLLATE "C" PRIMARY KEY, state text COLLATE "C" NOT NULL,
    problem text COLLATE "C", reported_at bigint NOT NULL, log_directory text COLLATE "C" NOT NULL,
    log_pattern text COLLATE "C" NOT NULL, bytes_total bigint NOT NULL, bytes_read bigint NOT NULL,
    counts text COLLATE "C"
  )`,
];

export class PostgresLive1764000000009 implements MigrationInterface {
  readonly name = 'PostgresLive1764000000009';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('delete the live store instead: the monitor rebuilds it');
  }
}
