import {
  applyDecorators,
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import { ProblemError } from '../http/problem';
import { chooseFormat, EXPORT_FORMATS, type ExportFormat } from './export-format';
import { tableFile, type FileQuery, type Table } from './table-file';

const EXPORTED = Symbol('exported');

type ToTable<Body, Row> = (body: Body) => Table<Row>;

/** The rows of a route's answer can be had as a file: the table that they make. */
export const Exported = <Body, Row>(toTable: ToTable<Body, Row>): MethodDecorator =>
  applyDecorators(SetMetadata(EXPORTED, toTable));

/** Answers with a file where the answer is a table and a file is asked for. */
@Injectable()
export class ExportInterceptor implements NestInterceptor {
  private readonly reflector = new Reflector();

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const toTable = this.reflector.get<ToTable<unknown, unknown> | undefined>(
      EXPORTED,
      context.getHandler(),
    );
    if (toTable === undefined) return next.handle();
    const { query, headers } = context.switchToHttp().getRequest<Request>();
    const answer = async (body: unknown) => {
      // The other parameters were checked before the route was asked.
      const { format: asked, ...named } = query as FileQuery & { readonly format?: string };
      const format = chooseFormat(parseFormat(asked), headers.accept);
      return format === 'json' ? body : tableFile(toTable(body), format, named);
    };
    return next.handle().pipe(mergeMap(answer));
  }
}

/** Not every route has parameters that are checked. */
function parseFormat(asked: string | undefined): ExportFormat | undefined {
  const format = EXPORT_FORMATS.find((one) => one === asked);
  if (format !== undefined || asked === undefined) return format;
  const detail = `format must be one of ${EXPORT_FORMATS.join(', ')}`;
  throw new ProblemError('LM_QUERY_INVALID', detail, [{ parameter: 'format', detail }]);
}
