import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scoreAnswers, type ConformanceAnswers, type Score } from '@license-monitor/log-synth';
import { PathError } from '../importing/find-log-files';

/** The score of one scenario. */
export interface CaseScore extends Score {
  readonly name: string;
  /** Why there are no answers; null where there are. */
  readonly fault: 'missing' | 'no JSON' | null;
}

/**
 * Holds the answers in a directory, one `<scenario>.json` each, against the truth of a written kit.
 *
 * @throws PathError when there is no scenario, or no directory of answers.
 */
export function scoreKit(directory: string, answersDirectory: string): CaseScore[] {
  if (!existsSync(answersDirectory)) throw new PathError(`${answersDirectory} is not there`);
  const names = existsSync(directory) ? readdirSync(directory).sort() : [];
  const scenarios = names.filter((name) => existsSync(join(directory, name, 'truth.json')));
  if (scenarios.length === 0) {
    throw new PathError(
      `${directory} has no scenarios: write them by license-monitor conformance write`,
    );
  }
  return scenarios.map((name) => {
    const truth = readFileSync(join(directory, name, 'truth.json'), 'utf8');
    const { answers, fault } = readAnswers(join(answersDirectory, `${name}.json`));
    return { name, fault, ...scoreAnswers(JSON.parse(truth) as ConformanceAnswers, answers) };
  });
}

function readAnswers(path: string): { answers: unknown; fault: CaseScore['fault'] } {
  if (!existsSync(path)) return { answers: undefined, fault: 'missing' };
  try {
    return { answers: JSON.parse(readFileSync(path, 'utf8')) as unknown, fault: null };
  } catch (error) {
    // Other tools write these files: what is no JSON answers nothing.
    if (error instanceof SyntaxError) return { answers: undefined, fault: 'no JSON' };
    throw error;
  }
}
