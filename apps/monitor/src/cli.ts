import { Command } from 'commander';
import { loadEnvironment } from '@license-monitor/db';
import { anonymiseCommand } from './anonymising/anonymise.command';
import { capacityCommand } from './capacity/capacity.command';
import { conformanceCommand } from './conformance/conformance.command';
import { doctorCommand } from './diagnosing/doctor.command';
import { exitWith } from './exit-with';
import { importCommand } from './importing/import.command';
import { runMonitor } from './run';
import { reconvertCommand } from './reconverting/reconvert.command';
import { rebuildCommand } from './rebuilding/rebuild.command';
import { simulateCommand } from './simulating/simulate.command';
import { verifyCommand } from './verifying/verify.command';

/** The commands of `license-monitor`. */
function createProgram(): Command {
  return new Command('license-monitor')
    .description('Usage monitor for the Dassault Systèmes License Server.')
    .showHelpAfterError()
    .addCommand(
      new Command('run')
        .description('Follow the log files and keep the history, until told to stop.')
        .action(() => runMonitor(loadEnvironment())),
    )
    .addCommand(importCommand())
    .addCommand(capacityCommand())
    .addCommand(rebuildCommand())
    .addCommand(reconvertCommand())
    .addCommand(doctorCommand())
    .addCommand(verifyCommand())
    .addCommand(anonymiseCommand())
    .addCommand(simulateCommand())
    .addCommand(conformanceCommand());
}

createProgram().parseAsync().catch(exitWith);
