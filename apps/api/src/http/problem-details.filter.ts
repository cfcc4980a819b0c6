import {
  Catch,
  HttpException,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import { QueryTimeoutError } from '@license-monitor/db';
import type { Response } from 'express';
import { ProblemError } from './problem';

/** Answers every failure as RFC 9457 describes it; what went wrong inside stays in the log. */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.end();
      return;
    }
    const problem = this.toProblemError(error).toProblem();
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private toProblemError(error: unknown): ProblemError {
    if (error instanceof ProblemError) return error;
    if (error instanceof HttpException && error.getStatus() < 500) {
      const code = error.getStatus() === 404 ? 'LM_NOT_FOUND' : 'LM_QUERY_INVALID';
      return new ProblemError(code, error.message);
    }
    if (error instanceof QueryTimeoutError) return this.tellTimeout(error);
    this.log.error({ message: 'request failed', error: String((error as Error).stack ?? error) });
    const code = databaseCodeOf(error);
    return code === undefined
      ? new ProblemError('LM_INTERNAL', 'The cause is in the log of the API.')
      : new ProblemError('LM_STORE_FAILED', `The database answered ${code}. Try again.`);
  }

  private tellTimeout({ timeoutMs, sql }: QueryTimeoutError): ProblemError {
    this.log.warn({ message: 'a query was cancelled', timeoutMs, sql });
    const detail = `The database looked for ${timeoutMs / 1000} s and was stopped. Ask for a shorter range or fewer names, or raise QUERY_TIMEOUT.`;
    return new ProblemError('LM_QUERY_TIMEOUT', detail);
  }
}

interface DatabaseFailure {
  readonly code?: string;
  readonly driverError?: { readonly code?: string };
}

/** The database's own code: of a query that failed, or of an opening, which comes as it is. */
function databaseCodeOf(error: unknown): string | undefined {
  const { code, driverError } = error as DatabaseFailure;
  // A connection that breaks has no code.
  if (driverError !== undefined) return driverError.code ?? 'nothing';
  return code?.startsWith('SQLITE_') ? code : undefined;
}
