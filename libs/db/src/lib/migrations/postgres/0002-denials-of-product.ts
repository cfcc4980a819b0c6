import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Refusals of a product are counted from the index alone: each one looked up would be a page of its own,
 * half a second for those of a year.
 */
export class DenialsOfProduct1764000000010 implements MigrationInterface {
  readonly name = 'DenialsOfProduct1764000000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ix_license_events_denials_product');
    await queryRunner.query(
      `CREATE INDEX ix_license_events_denials_product
        ON license_events (product_id, at) INCLUDE (server_id, reason) WHERE type = 3`,
    );
  }

  async down(): Promise<void> {
    throw new Error('the history is never taken down: restore a backup instead');
  }
}
