import { Command } from 'commander';
import { conformanceCases } from '@license-monitor/log-synth';
import { describeScores, isPerfect } from './describe-scores';
import { scoreKit } from './score-kit';
import { writeKit } from './write-kit';

const EXIT_WRONG = 2;

/** `license-monitor conformance write DIR`, `license-monitor conformance score DIR ANSWERS_DIR` */
export function conformanceCommand(): Command {
  return new Command('conformance')
    .description('Scenarios with known answers, for any monitor that reads these logs.')
    .addCommand(writeCommand())
    .addCommand(scoreCommand());
}

function writeCommand(): Command {
  return new Command('write')
    .description('Write the scenarios: logs, settings and truth, a folder for each.')
    .argument('<directory>', 'a new or empty directory')
    .action((directory: string) => {
      const cases = conformanceCases();
      writeKit(directory, cases);
      process.stdout.write(`${cases.length} scenarios in ${directory}\n`);
    });
}

function scoreCommand(): Command {
  return new Command('score')
    .description('Hold answers against the truth, figure by figure.')
    .argument('<directory>', 'the scenarios as they were written')
    .argument('<answers>', 'a directory with <scenario>.json for each, in the shape of truth.json')
    .addHelpText('after', '\nExit code 2 when any figure is wrong.')
    .action((directory: string, answers: string) => {
      const scores = scoreKit(directory, answers);
      process.stdout.write(`${describeScores(scores)}\n`);
      if (!isPerfect(scores)) process.exitCode = EXIT_WRONG;
    });
}
