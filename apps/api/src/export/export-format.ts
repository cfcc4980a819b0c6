import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

/** The forms in which a list is answered. */
export const EXPORT_FORMATS = ['json', 'csv', 'xlsx', 'ndjson'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson',
};

const FORMAT = {
  enum: EXPORT_FORMATS,
  description: 'All rows of the query as a file, instead of a page; or ask by Accept',
};

/** The parameter of a route that has no other one. */
export const FORMAT_PARAMETER = { ...FORMAT, name: 'format', required: false };

/** Gives a query the parameter `format`, for links, which cannot set a header. */
export function Format(): PropertyDecorator {
  return (target, property) => {
    for (const decorate of [ApiPropertyOptional(FORMAT), IsOptional(), IsIn(EXPORT_FORMATS)]) {
      decorate(target, property);
    }
  };
}

/** A query that asks for nothing but a form. */
export class FormatQuery {
  @Format() format?: ExportFormat;
}

/** The form that is asked for: by the parameter, else by the first type of `Accept` that we have. */
export function chooseFormat(format: ExportFormat | undefined, accept = ''): ExportFormat {
  if (format !== undefined) return format;
  const types = accept.split(',').map((part) => part.split(';')[0]?.trim());
  const asked = types.find((type) => EXPORT_FORMATS.some((one) => MEDIA_TYPES[one] === type));
  return EXPORT_FORMATS.find((one) => MEDIA_TYPES[one] === asked) ?? 'json';
}
