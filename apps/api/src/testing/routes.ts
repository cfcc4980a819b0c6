import type { INestApplication } from '@nestjs/common';
import request from 'supertest';

/** A parameter of a route, as the OpenAPI document describes it. */
export interface RouteParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: {
    readonly type?: string;
    readonly enum?: readonly string[];
    readonly minimum?: number;
    readonly maximum?: number;
  };
}

export interface Route {
  /** With the parameters in braces. */
  readonly path: string;
  readonly parameters: readonly RouteParameter[];
}

/** Every address that the API answers to GET, from its own description. */
export async function readRoutes(app: INestApplication): Promise<Route[]> {
  const { body } = await request(app.getHttpServer()).get('/api/docs-json');
  const { paths } = body as {
    paths: Record<string, { get?: { parameters?: RouteParameter[] } }>;
  };
  return Object.entries(paths).flatMap(([path, { get }]) =>
    get === undefined ? [] : [{ path, parameters: get.parameters ?? [] }],
  );
}

const EXAMPLES: Readonly<Record<string, string>> = {
  id: '1',
  kind: 'product',
  key: 'MD2',
  q: 'a',
  product: 'MD2',
  seats: '3',
};

/** A sound address of a route: with an example of each parameter that it cannot do without. */
export function exampleOf({ path, parameters }: Route): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => EXAMPLES[name] ?? 'x');
  const query = new URLSearchParams();
  for (const { name, in: place, required } of parameters) {
    if (place === 'query' && required) query.set(name, EXAMPLES[name] ?? '1');
  }
  return query.size === 0 ? filled : `${filled}?${query}`;
}
