import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What figures need: from which line on a file tells, and quick ways to the sessions of a person and
 * to what a clock or an end made doubtful.
 */
export class Measures1764000000007 implements MigrationInterface {
  readonly name = 'Measures1764000000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "log_streams" ADD COLUMN "first_line_at" integer`);
    await queryRunner.query(FILL_FIRST_LINES);
    await queryRunner.query(
      `CREATE INDEX "ix_license_sessions_user" ON "license_sessions" ("user_id", "started_at")`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_license_sessions_start_unknown"
         ON "license_sessions" ("ended_at") WHERE started_at IS NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_license_sessions_negative"
         ON "license_sessions" ("ended_at") WHERE is_negative = 1`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_license_sessions_short"
         ON "license_sessions" ("started_at") WHERE ended_at - started_at <= 86400000`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_license_sessions_long"
         ON "license_sessions" ("ended_at") WHERE ended_at - started_at > 86400000`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_license_events_outages"
         ON "license_events" ("server_id", "at") WHERE type IN (4, 5, 6, 7)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('the history is never taken down: restore a backup instead');
  }
}

/** Of the files that were read already; each line is in one of the two tables. */
const FILL_FIRST_LINES = `UPDATE "log_streams" SET first_line_at = f.at
  FROM (SELECT stream_id, MIN(at) AS at FROM (
      SELECT stream_id, at FROM license_events UNION ALL SELECT stream_id, at FROM server_messages
    ) GROUP BY stream_id) AS f
  WHERE f.stream_id = "log_streams".id`;
