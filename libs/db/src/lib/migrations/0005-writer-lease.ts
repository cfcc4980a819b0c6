import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who writes: a writer that another has taken over from finds that out in its next transaction. */
export class WriterLease1764000000005 implements MigrationInterface {
  readonly name = 'WriterLease1764000000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "writer_lease" (
      "id" integer PRIMARY KEY NOT NULL,
      "epoch" integer NOT NULL,
      "holder" text NOT NULL,
      "taken_at" integer NOT NULL
    )`);
  }

  async down(): Promise<void> {
    throw new Error('the history is never taken down: restore a backup instead');
  }
}
