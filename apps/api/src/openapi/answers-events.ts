import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { LiveMessageKind } from '@license-monitor/api-contract';
import { refTo, SCHEMAS } from './schemas';

const KINDS = Object.keys(SCHEMAS.LiveMessages.properties ?? {}) as LiveMessageKind[];

/** One message, as OpenAPI 3.2 describes them; 3.1 knows the body of an answer only as a whole. */
const MESSAGE = {
  type: 'object',
  required: ['event', 'data'],
  properties: {
    event: refTo('LiveMessageKind'),
    data: { type: 'string', contentMediaType: 'application/json' },
    id: {
      type: 'string',
      description: 'The last message of a batch only: id of the last history event included.',
    },
  },
  oneOf: KINDS.map((kind) => ({
    properties: {
      event: { const: kind },
      data: { contentSchema: { $ref: `${refTo('LiveMessages').$ref}/properties/${kind}` } },
    },
  })),
};

const CONTENT = {
  'text/event-stream': { schema: { type: 'string' }, 'x-itemSchema': MESSAGE },
};

/** Declares that a route answers the live messages of the contract as server-sent events. */
export const AnswersEvents = (summary: string, description: string): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary, description }),
    ApiOkResponse({ description: SCHEMAS.LiveMessages.description, content: CONTENT }),
  );
