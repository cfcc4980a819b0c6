import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { EXPORT_FORMATS, MEDIA_TYPES } from '../export/export-format';
import { VERSION } from '../health/health-report';
import type { ProblemCode } from '../http/problem';
import { OWN_PROBLEMS } from './answers';
import type { Operation, Parameter, Response } from './document';
import { problemResponses } from './problem-responses';
import { SCHEMAS } from './schemas';

/** The probe that reads no store. */
const STORELESS = '/health/live';

/** The API as an OpenAPI document: what its routes declare, and what all of them have in common. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('License Monitor')
    .setDescription(
      'Instants are epoch milliseconds UTC, ranges half-open, absent values null. Failures are problems as RFC 9457 describes them, with a stable code.',
    )
    .setVersion(VERSION)
    .build();
  const document = SwaggerModule.createDocument(app, about);
  for (const [path, { get }] of Object.entries(document.paths)) {
    if (get !== undefined) complete(path, get);
  }
  return { ...document, components: { ...document.components, schemas: { ...SCHEMAS } } };
}

/** Adds what follows from a route's parameters: files, and problems. */
function complete(path: string, operation: Operation & OwnProblems): void {
  const parameters = (operation.parameters ?? []) as Parameter[];
  const names = new Set(parameters.map(({ name }) => name));
  const problems = [...problemsOf(path, names), ...(operation[OWN_PROBLEMS] ?? [])];
  delete operation[OWN_PROBLEMS];
  // OpenAPI tells by the media types of the answers what may be asked for.
  operation.parameters = parameters.filter(({ name }) => name !== 'accept');
  if (names.has('format')) addFiles(operation);
  Object.assign(operation.responses, problemResponses(problems));
}

interface OwnProblems {
  [OWN_PROBLEMS]?: readonly ProblemCode[];
}

function addFiles({ responses }: Operation): void {
  const { content } = responses['200'] as Response;
  for (const format of EXPORT_FORMATS) {
    if (content !== undefined && format !== 'json') {
      content[MEDIA_TYPES[format]] = { schema: FILES[format] };
    }
  }
}

const FILES = {
  csv: {
    type: 'string',
    description: 'All rows as RFC 4180 has it, with a line of names; instants as ISO 8601 in UTC.',
  },
  xlsx: {
    type: 'string',
    format: 'binary',
    description: 'All rows as a workbook; no more than 100,000.',
  },
  ndjson: { type: 'string', description: 'All rows, one JSON object a line, as JSON has them.' },
} as const;

function problemsOf(path: string, parameters: ReadonlySet<string>): ProblemCode[] {
  const problems: ProblemCode[] = ['LM_INTERNAL'];
  if (parameters.size > 0) problems.push('LM_QUERY_INVALID', 'LM_REQUEST_TOO_LONG');
  if (parameters.has('cursor')) problems.push('LM_CURSOR_INVALID');
  if (parameters.has('format')) problems.push('LM_EXPORT_TOO_LARGE');
  if (path !== STORELESS) {
    problems.push('LM_STORE_NOT_READY', 'LM_QUERY_TIMEOUT', 'LM_STORE_FAILED');
  }
  return problems;
}
