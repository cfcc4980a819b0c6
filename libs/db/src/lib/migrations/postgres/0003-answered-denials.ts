import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What became of each refusal is read from the indexes alone: the rows of a year's refusals, and of the
 * sessions that may have answered them, would be a page each. And the steps of use stay in their row:
 * kept apart, each row of a year would be looked up a second time.
 */
export class AnsweredDenials1764000000012 implements MigrationInterface {
  readonly name = 'AnsweredDenials1764000000012';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ix_license_sessions_user');
    await queryRunner.query(
      `CREATE INDEX ix_license_sessions_user ON license_sessions (user_id, started_at, product_id)`,
    );
    await queryRunner.query('DROP INDEX ix_license_events_denials_product');
    await queryRunner.query(
      `CREATE INDEX ix_license_events_denials_product ON license_events (product_id, at)
        INCLUDE (server_id, reason, user_id, client_id, text_id, id) WHERE type = 3`,
    );
    await queryRunner.query('ALTER TABLE use_days ALTER COLUMN steps SET STORAGE MAIN');
  }

  async down(): Promise<void> {
    throw new Error('the history is never taken down: restore a backup instead');
  }
}
