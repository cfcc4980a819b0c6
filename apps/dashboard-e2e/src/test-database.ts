import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';

/** A PostgreSQL database of a test's own; whoever writes first makes it. */
export class TestDatabase {
  private readonly name = `e2e_${randomUUID()}`;
  readonly url = urlOf(this.name);

  async remove(): Promise<void> {
    const server = new DataSource({ type: 'postgres', url: urlOf('postgres') });
    await server.initialize();
    try {
      await server.query(`DROP DATABASE IF EXISTS "${this.name}" WITH (FORCE)`);
    } finally {
      await server.destroy();
    }
  }
}

/** On the server of this run of tests (tools/jest-start-postgres.cjs). */
function urlOf(database: string): string {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = `/${database}`;
  return url.href;
}
