import { randomUUID } from 'node:crypto';
import { query } from './query';

/** A PostgreSQL database of a test's own; whoever writes first makes it. */
export class TestDatabase {
  private readonly name = `test_${randomUUID()}`;
  readonly url = urlOf(this.name);

  async remove(): Promise<void> {
    await query(urlOf('postgres'), `DROP DATABASE IF EXISTS "${this.name}" WITH (FORCE)`);
  }
}

/** On the server of this run of tests (tools/jest-start-postgres.cjs). */
function urlOf(database: string): string {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = `/${database}`;
  return url.href;
}
