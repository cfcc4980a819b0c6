import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';

/** The databases that tests of both run on. */
export const ENGINES = ['SQLite', 'PostgreSQL'] as const;

export type Engine = (typeof ENGINES)[number];

/** A PostgreSQL database of a test's own; whoever writes first makes it. */
export class TestDatabase {
  /** Where databases and roles are made. */
  static readonly maintenance = { query: <Row>(sql: string) => ask<Row>(urlOf('postgres'), sql) };

  readonly url: string;

  constructor(
    kind = 'test',
    readonly name = `${kind}_${randomUUID().replaceAll('-', '')}`,
    role?: string,
  ) {
    this.url = urlOf(name, role);
  }

  /** The same database for another role, whose password is its name. */
  as(role: string): TestDatabase {
    return new TestDatabase('', this.name, role);
  }

  /** Tells the database anything; as somebody with all rights, unless it is another's. */
  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return ask(this.url, sql, parameters);
  }

  async remove(): Promise<void> {
    await TestDatabase.maintenance.query(`DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`);
  }
}

/** On the server of this run of tests (tools/jest-start-postgres.cjs). */
function urlOf(database: string, role?: string): string {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = `/${database}`;
  if (role !== undefined) [url.username, url.password] = [role, role];
  return url.href;
}

/** Each question has a connection of its own, so that none is left over. */
async function ask<Row>(
  url: string,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const dataSource = new DataSource({ type: 'postgres', url, applicationName: 'a test' });
  await dataSource.initialize();
  try {
    return await dataSource.query<Row[]>(sql, [...parameters]);
  } finally {
    await dataSource.destroy();
  }
}
