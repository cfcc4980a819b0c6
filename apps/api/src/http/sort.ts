import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { ProblemError } from './problem';

/** By what a list is ordered. */
export interface Sort<Column extends string = string> {
  readonly column: Column;
  readonly isDescending: boolean;
}

const bothWays = (columns: readonly string[]) => columns.flatMap((one) => [one, `-${one}`]);

/** Gives a query the parameter `sort`: a column, `-` before it for descending. */
export function Sorted(columns: readonly string[], description: string): PropertyDecorator {
  const values = bothWays(columns);
  return (target, property) => {
    for (const decorate of [
      ApiPropertyOptional({
        enum: values,
        description: `Column, - before it for descending. ${description}`,
      }),
      IsOptional(),
      IsIn(values),
    ]) {
      decorate(target, property);
    }
  };
}

/**
 * Reads a `sort`.
 *
 * @param columns those that the list can be ordered by.
 * @throws ProblemError for another column.
 */
export function parseSort<Column extends string>(
  text: string,
  columns: readonly Column[],
): Sort<Column> {
  const isDescending = text.startsWith('-');
  const column = columns.find((one) => one === (isDescending ? text.slice(1) : text));
  if (column !== undefined) return { column, isDescending };
  const detail = `sort must be one of ${bothWays(columns).join(', ')} here`;
  throw new ProblemError('LM_QUERY_INVALID', detail, [{ parameter: 'sort', detail }]);
}
