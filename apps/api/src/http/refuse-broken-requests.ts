import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { ProblemError } from './problem';

interface ParseError extends Error {
  readonly code?: string;
}

/**
 * Answers what is no request, or has a head that is too long, with a problem; Node itself would answer
 * with no body.
 */
export function refuseBrokenRequests(server: Server): void {
  server.on('clientError', (error: ParseError, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else socket.end(toAnswer(toProblemError(error)));
  });
}

function toProblemError({ code }: ParseError): ProblemError {
  return code === 'HPE_HEADER_OVERFLOW'
    ? new ProblemError(
        'LM_REQUEST_TOO_LONG',
        'The address and the headers are longer than 16 KiB together: ask for fewer names at once.',
      )
    : new ProblemError('LM_QUERY_INVALID', `This is no HTTP request (${code ?? 'unknown'}).`);
}

function toAnswer(error: ProblemError): string {
  const problem = error.toProblem();
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${problem.status} ${problem.title}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
