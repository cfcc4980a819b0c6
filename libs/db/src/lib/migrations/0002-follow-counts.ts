import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What following came to, as JSON: figures come and go with the versions of the monitor. */
export class FollowCounts1764000000004 implements MigrationInterface {
  readonly name = 'FollowCounts1764000000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "monitor_status" ADD COLUMN "counts" text`);
  }

  async down(): Promise<void> {
    throw new Error('delete the live store instead: the monitor rebuilds it');
  }
}
