import { toPostgres, toPostgresParameters } from './to-postgres';

const translate = (sql: string) => toPostgres(sql).sql;

describe('a statement for PostgreSQL', () => {
  it('numbers its parameters, and keeps numbers that are written', () => {
    expect(translate('a = ? AND b = ?')).toBe('a = $1 AND b = $2');
    expect(translate('a = ?2 AND b = ?1 OR c = ?2')).toBe('a = $2 AND b = $1 OR c = $2');
  });

  it('leaves literals and names as they are', () => {
    expect(translate(`a = '?' AND "b?" = 'it''s ?' AND c = ?`)).toBe(
      `a = '?' AND "b?" = 'it''s ?' AND c = $1`,
    );
  });

  it('takes a list as an array', () => {
    const statement = toPostgres('a = ? AND b IN (SELECT value FROM json_each(?)) AND c = ?');
    expect(statement.sql).toBe('a = $1 AND b = ANY ($2) AND c = $3');
    expect(toPostgresParameters(statement, ['[1]', '["x","y"]', 2])).toEqual([
      '[1]',
      ['x', 'y'],
      2,
    ]);
    expect(translate('b IN (SELECT value FROM json_each(?3))')).toBe('b = ANY ($3)');
  });

  it('finds the few values first that others are looked up by', () => {
    expect(translate('a IN (SELECT * FROM (SELECT id FROM t WHERE b = ?)) AND c')).toBe(
      'a = ANY (ARRAY(SELECT id FROM t WHERE b = $1)) AND c',
    );
  });

  it('has its own word for a search in a text, and no hints', () => {
    expect(translate('instr(a, ?1) > 0 FROM t INDEXED BY ix_t WHERE TRUE')).toBe(
      'strpos(a, $1) > 0 FROM t  WHERE TRUE',
    );
  });

  it('has its own words for lists', () => {
    expect(translate('json_group_array(json_array(a, ?))')).toBe(
      'json_agg(json_build_array(a, $1))',
    );
  });

  it('has no character of the code 0 in its texts', () => {
    expect(toPostgresParameters(toPostgres('?'), ['a\u0000b'])).toEqual(['a\ufffdb']);
  });
});
