import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members of a failover cluster serve one pool: its sessions say which members told of them. */
export class Clusters1764000000003 implements MigrationInterface {
  readonly name = 'Clusters1764000000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "servers" ADD COLUMN "cluster_id" integer`);
    await queryRunner.query(`ALTER TABLE "license_sessions" ADD COLUMN "granted_by" text`);
    await queryRunner.query(`ALTER TABLE "license_sessions" ADD COLUMN "ended_by" text`);
    await queryRunner.query(
      `CREATE INDEX "ix_license_events_server_state"
         ON "license_events" ("server_id") WHERE type IN (4, 5)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('the history is never taken down: restore a backup instead');
  }
}
