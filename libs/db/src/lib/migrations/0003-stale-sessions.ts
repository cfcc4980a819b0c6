import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A server remembers that events came late, so that a crash does not forget to fold them anew. */
export class StaleSessions1764000000002 implements MigrationInterface {
  readonly name = 'StaleSessions1764000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE "servers" ADD COLUMN "has_stale_sessions" integer NOT NULL DEFAULT (0)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('the history is never taken down: restore a backup instead');
  }
}
