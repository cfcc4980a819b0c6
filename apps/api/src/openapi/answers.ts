import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { ProblemCode } from '../http/problem';
import { refTo, SCHEMAS, type SchemaName } from './schemas';

/** The codes that a route declares by `Fails`, until its description is complete. */
export const OWN_PROBLEMS = 'x-problems';

/** Declares that a route answers JSON of a type of the contract; files and problems are added to it. */
export const Answers = (name: SchemaName, summary: string, description?: string): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary, ...(description === undefined ? {} : { description }) }),
    ApiOkResponse({
      description: SCHEMAS[name].description,
      content: { 'application/json': { schema: refTo(name) } },
    }),
  );

/** Declares that a route answers text of another media type. */
export const AnswersText = (
  mediaType: string,
  summary: string,
  description: string,
): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiOkResponse({ description, content: { [mediaType]: { schema: { type: 'string' } } } }),
  );

/** Declares problems of a route that not every route of its parameters has. */
export const Fails = (...codes: readonly ProblemCode[]): MethodDecorator =>
  ApiExtension(OWN_PROBLEMS, codes);
