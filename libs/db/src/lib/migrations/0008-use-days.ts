import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The licences in use, step by step, so that a long range need not be counted anew from its sessions.
 * They are made with the sessions: what a history holds already is folded anew at the next start. And
 * a quick way to the refusals of one product.
 */
export class UseDays1764000000008 implements MigrationInterface {
  readonly name = 'UseDays1764000000008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "use_days" (
      "server_id" integer NOT NULL,
      "product_id" integer NOT NULL,
      "model" integer NOT NULL,
      "day" integer NOT NULL,
      "part" integer NOT NULL,
      "in_use_before" integer NOT NULL,
      "in_use" integer NOT NULL,
      "last_at" integer NOT NULL,
      "steps" blob NOT NULL,
      PRIMARY KEY ("server_id", "product_id", "model", "day", "part")
    )`);
    await queryRunner.query(`CREATE INDEX "ix_use_days_day" ON "use_days" ("day")`);
    await queryRunner.query(
      `CREATE INDEX "ix_license_events_denials_product"
         ON "license_events" ("product_id", "at") WHERE type = 3`,
    );
    await queryRunner.query(`UPDATE "servers" SET "has_stale_sessions" = 1`);
  }

  async down(): Promise<void> {
    throw new Error('the history is never taken down: restore a backup instead');
  }
}
