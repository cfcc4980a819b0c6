import type { OpenAPIObject } from '@nestjs/swagger';
import type { Express } from 'express';
import { PROBLEMS } from '../http/problem';
import { startApi, type TestApi } from '../testing/api';
import { describeApi } from './describe-api';

/** A JSON Schema, as far as these tests look into it. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** A schema and where it stands. */
type Placed = readonly [place: string, schema: Schema];

let api: TestApi;
let document: OpenAPIObject;
let schemas: Record<string, Schema>;

beforeAll(async () => {
  api = await startApi({ HISTORY_DB: 'none/history.db', LIVE_DB: 'none/live.db' });
  document = describeApi(api.app);
  schemas = document.components?.schemas as Record<string, Schema>;
});

afterAll(() => api.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, { get }]) =>
    get === undefined ? [] : [{ path, ...get }],
  );

/** A schema and all that stand in it. */
const withParts = ([place, schema]: Placed): Placed[] => [
  [place, schema],
  ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) =>
    withParts([`${place}.${name}`, part]),
  ),
  ...(schema.items === undefined ? [] : withParts([`${place}[]`, schema.items])),
  ...(schema.anyOf ?? []).flatMap((part, nth) => withParts([`${place}|${nth}`, part])),
];

const allSchemas = () => Object.entries(schemas).flatMap(withParts);

const allFields = () =>
  allSchemas().flatMap(([place, { properties = {} }]) =>
    Object.entries(properties).map(([name, field]): Placed => [`${place}.${name}`, field]),
  );

const refsIn = (value: unknown) => [
  ...new Set(
    [...JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)/g)].map(([, name]) => name),
  ),
];

describe('the description of the API', () => {
  it('tells of every route that there is', () => {
    const express = api.app.getHttpAdapter().getInstance() as Express;
    const routes = express.router.stack.flatMap(({ route }) => route?.path ?? []);
    const own = routes.filter((path) => !/^\/?api\/docs/.test(path));
    const paths = own.map((path) => path.replace(/:(\w+)/g, '{$1}'));
    expect([...new Set(paths)].sort()).toEqual(Object.keys(document.paths).sort());
    expect(paths).toContain('/api/v1/denials/{id}/explain');
  });

  it('tells of every route what it is for, and what form its answer has', () => {
    for (const { path, summary, responses } of operations()) {
      const { content = {} } = responses['200'] as {
        content?: Record<string, { schema?: Schema }>;
      };
      const forms = Object.values(content).map(({ schema }) => schema);
      expect([path, summary, forms.length]).toEqual([path, expect.any(String), expect.any(Number)]);
      expect(forms[0]).toBeDefined();
      expect(forms).not.toContain(undefined);
    }
  });

  it('names a type of the contract for every answer in JSON', () => {
    const answers = operations().flatMap(({ path, responses }) => {
      const { content = {} } = responses['200'] as { content?: Record<string, { schema: Schema }> };
      const json = content['application/json'];
      return json === undefined ? [] : [[path, json.schema.$ref?.split('/').at(-1)]];
    });
    expect(Object.fromEntries(answers)).toEqual({
      '/api/v1/capacity/what-if': 'WhatIfDto',
      '/api/v1/coverage': 'CoverageDto',
      '/api/v1/denials': 'DeniedRequestsDto',
      '/api/v1/denials/series': 'DenialSeriesDto',
      '/api/v1/denials/{id}/explain': 'DenialExplanationDto',
      '/api/v1/entitlements': 'EntitlementsDto',
      '/api/v1/events': 'EventPageDto',
      '/api/v1/findings': 'FindingsDto',
      '/api/v1/health': 'HealthDto',
      '/api/v1/overview': 'OverviewDto',
      '/api/v1/products': 'ProductsInUseDto',
      '/api/v1/search': 'SearchDto',
      '/api/v1/sessions': 'SessionsDto',
      '/api/v1/subjects/{kind}/{key}': 'SubjectDto',
      '/api/v1/timeline': 'TimelineDto',
      '/api/v1/usage/hour-of-week': 'HourOfWeekDto',
      '/api/v1/usage/load-duration': 'LoadDurationDto',
      '/api/v1/usage/reconciliation': 'ReconciliationDto',
      '/api/v1/usage/series': 'UsageSeriesDto',
      '/api/v1/usage/summary': 'UsageSummaryDto',
      '/health/live': 'ProbeDto',
      '/health/ready': 'ProbeDto',
    });
  });

  it('is whole: what it refers to is there, and what is there is referred to', () => {
    const found = new Set(refsIn(document.paths));
    // A set that grows while it is gone through is gone through to its end.
    for (const name of found) for (const other of refsIn(schemas[name ?? ''])) found.add(other);
    expect([...found].sort()).toEqual(Object.keys(schemas).sort());
  });

  it('says of every type, field and parameter what it is', () => {
    const isTold = ({ description, $ref }: Schema): boolean =>
      description !== undefined ||
      ($ref !== undefined && isTold(schemas[$ref.split('/').at(-1) ?? ''] ?? {}));
    const untold = [...Object.entries(schemas), ...allFields()].filter(([, one]) => !isTold(one));
    const parameters = operations().flatMap(({ path, parameters = [] }) =>
      parameters.map((one): Placed => [`${path} ${JSON.stringify(one)}`, one as Schema]),
    );
    expect([...untold, ...parameters.filter(([, one]) => !isTold(one))]).toEqual([]);
    expect(allFields().length).toBeGreaterThan(200);
  });

  it('says of every number what its unit is, by its type; of a few in words', () => {
    const bare = allFields().filter(([, { type = [] }]) =>
      [type].flat().some((one) => one === 'number' || one === 'integer'),
    );
    expect(bare.map(([place]) => place)).toEqual([
      'HourOfWeekCellDto.weekday',
      'HourOfWeekCellDto.hour',
      'HourOfWeekCellDto.average',
      'Problem.status',
      'ProductSummaryDto.average',
      'UseCheckDto.difference',
      'UsePointDto.average',
      'UtilisationDto.share',
    ]);
  });

  it('says of every parameter what values it takes', () => {
    const parameters = operations().flatMap(({ path, parameters = [] }) =>
      parameters.map(
        (one) => [path, (one as { schema: Schema & { minimum?: number } }).schema] as const,
      ),
    );
    const types = parameters.map(([, { type }]) => type);
    expect([...new Set(types)].sort()).toEqual(['array', 'integer', 'string']);
    const unbounded = parameters.filter(
      ([, { type, minimum }]) => type === 'integer' && minimum === undefined,
    );
    expect(unbounded).toEqual([]);
  });

  it('leaves no field out, and no room for others: what is absent is null', () => {
    const objects = allSchemas().filter(([, { properties }]) => properties !== undefined);
    for (const [place, { properties, required, additionalProperties }] of objects) {
      expect([place, [...(required ?? [])].sort(), additionalProperties]).toEqual([
        place,
        Object.keys(properties ?? {}).sort(),
        false,
      ]);
    }
  });

  it('tells of every problem that there is', () => {
    const told = JSON.stringify(document.paths);
    const codes = Object.keys(PROBLEMS).filter((code) => !told.includes(`"${code}"`));
    expect(codes).toEqual([]);
  });
});
