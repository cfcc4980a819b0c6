import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsTimeZone } from 'class-validator';
import { Format, type ExportFormat } from '../export/export-format';
import { IsText } from './text';
import { IsWholeNumber } from './whole-number';

/** The largest page, in rows. */
const MAX_LIMIT = 1000;
const DEFAULT_LIMIT = 100;
const MAX_NAMES = 100;
/** A cursor holds a part of a name at most. */
const MAX_CURSOR_LENGTH = 1024;
/** Dates beyond this are mistakes: the end of the year 9999. */
const MAX_INSTANT = 253_402_300_799_999;

/** A parameter that may be repeated: one value is a list of one. */
export const toList = ({ value }: { value: unknown }) => (Array.isArray(value) ? value : [value]);

function Names(description: string): PropertyDecorator {
  return (target, property) => {
    for (const decorate of [
      ApiPropertyOptional({ type: [String], maxItems: MAX_NAMES, description }),
      IsOptional(),
      Transform(toList),
      IsArray(),
      ArrayMaxSize(MAX_NAMES),
      IsText({ each: true }),
    ]) {
      decorate(target, property);
    }
  };
}

export function Instant(description: string): PropertyDecorator {
  return (target, property) => {
    for (const decorate of [
      ApiPropertyOptional({
        type: 'integer',
        minimum: 0,
        maximum: MAX_INSTANT,
        description: `${description}, epoch milliseconds UTC`,
      }),
      IsOptional(),
      IsWholeNumber(0, MAX_INSTANT),
    ]) {
      decorate(target, property);
    }
  };
}

/** The names and the range that figures and lists are asked for. */
export class RangeQuery {
  @Names('Product code; may be repeated') product?: string[];
  @Names('User; may be repeated, case does not matter') user?: string[];
  @Names('Host; may be repeated, case does not matter') host?: string[];
  @Names('Licence server; may be repeated') server?: string[];
  @Instant('Start of the range, inclusive') from?: number;
  @Instant('End of the range, exclusive') to?: number;
  @Format() format?: ExportFormat;

  @ApiPropertyOptional({
    description: 'IANA zone: a file then has local times, too, and compare goes by its clock',
  })
  @IsOptional()
  @IsTimeZone()
  zone?: string;
}

/** Filters and paging that every list takes. */
export class ListQuery extends RangeQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: MAX_LIMIT,
    default: DEFAULT_LIMIT,
    description: 'Rows per page',
  })
  @IsOptional()
  @IsWholeNumber(1, MAX_LIMIT)
  limit: number = DEFAULT_LIMIT;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before, in the same order' })
  @IsOptional()
  @IsText({}, MAX_CURSOR_LENGTH)
  cursor?: string;
}
