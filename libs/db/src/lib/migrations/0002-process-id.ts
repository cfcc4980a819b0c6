import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The client's process has a column of its own, so that a program is one name whatever runs it. */
export class ProcessId1764000000001 implements MigrationInterface {
  readonly name = 'ProcessId1764000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "license_events" ADD COLUMN "process_id" integer`);
  }

  async down(): Promise<void> {
    throw new Error('the history is never taken down: restore a backup instead');
  }
}
