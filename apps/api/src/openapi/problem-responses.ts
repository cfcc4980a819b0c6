import { PROBLEMS, type ProblemCode } from '../http/problem';
import { groupBy } from '../usage/group-by';
import type { Responses } from './document';
import { refTo } from './schemas';

/** The answers that tell of problems, by their status; each names the codes that it may have. */
export function problemResponses(codes: readonly ProblemCode[]): Responses {
  const byStatus = groupBy(codes, (code) => String(PROBLEMS[code].status));
  return Object.fromEntries(
    [...byStatus].map(([status, own]) => [status, toResponse(Number(status), own)]),
  );
}

function toResponse(status: number, codes: readonly ProblemCode[]) {
  const narrowed = { properties: { status: { enum: [status] }, code: { enum: [...codes] } } };
  const schema = { allOf: [refTo('Problem'), narrowed] };
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join('\n\n'),
    content: { 'application/problem+json': { schema } },
  };
}
