import type { OpenAPIObject } from '@nestjs/swagger';

// Nest exports the whole document only; these are its parts, without references.
type Unreferenced<Part> = Exclude<Part, { readonly $ref: string }>;

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
export type Parameter = Unreferenced<NonNullable<Operation['parameters']>[number]>;
export type Responses = Operation['responses'];
export type Response = Unreferenced<NonNullable<Responses[string]>>;
export type Schema = Unreferenced<
  NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string]
>;
