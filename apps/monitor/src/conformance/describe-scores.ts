import type { WrongAnswer } from '@license-monitor/log-synth';
import type { CaseScore } from './score-kit';

/** Writes scores as a table with a row for each scenario, and below it every figure that is wrong. */
export function describeScores(scores: readonly CaseScore[]): string {
  const total = { name: 'all', right: sumOf(scores, 'right'), asked: sumOf(scores, 'asked') };
  const width = Math.max(...[...scores, total].map(({ name }) => name.length));
  const rows = [...scores, total].map(({ name, right, asked }) =>
    [
      name.padEnd(width),
      String(right).padStart(5),
      'of',
      String(asked).padStart(4),
      `${shareOf(right, asked)} %`.padStart(7),
    ].join(' '),
  );
  return [...rows, ...scores.flatMap(describeWrong)].join('\n');
}

/** Whether nothing is wrong. */
export function isPerfect(scores: readonly CaseScore[]): boolean {
  return scores.every(({ right, asked }) => right === asked);
}

function describeWrong({ name, fault, wrong }: CaseScore): string[] {
  // Where there are no answers, a line for each figure would say nothing more.
  if (fault !== null) return ['', `${name}: the answers are ${fault}`];
  if (wrong.length === 0) return [];
  return ['', `${name}:`, ...wrong.map((one) => `  ${describeFigure(one)}`)];
}

function describeFigure({ path, expected, got }: WrongAnswer): string {
  if (expected === undefined) return `${path} is a product too many`;
  const found = got === undefined ? 'missing' : JSON.stringify(got);
  return `${path} is ${found}, not ${JSON.stringify(expected)}`;
}

/** Whole percent, rounded down: 100 is said of nothing less. */
const shareOf = (right: number, asked: number) => Math.floor((100 * right) / asked);

const sumOf = (scores: readonly CaseScore[], key: 'right' | 'asked') =>
  scores.reduce((sum, score) => sum + score[key], 0);
