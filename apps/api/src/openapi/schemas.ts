import type { Schema } from './document';
import schemas from './schemas.json';

/** A type of libs/api-contract that crosses the wire. */
export type SchemaName = keyof typeof schemas;

/**
 * What the API answers, by the names of libs/api-contract, of which tools/check-schemas.mjs makes it.
 * Nest knows only the schemas of OpenAPI 3.0; ours are those of 3.1.
 */
export const SCHEMAS = schemas as unknown as Readonly<
  Record<SchemaName, Schema & { readonly description: string }>
>;

export const refTo = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });
